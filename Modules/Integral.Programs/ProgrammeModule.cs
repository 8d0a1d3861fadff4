using Integral.Platform.Audit;

namespace Integral.Programs;

/// <summary>
/// A module of one programme. What came from the library is a copy that is kept: what was promised to whoever applied doesn't change under them, and a teacher can fit it to
/// one group without touching the others. It knows from which state of the library it was copied, so that what is newer there can be taken over.
/// </summary>
[Audited]
internal sealed class ProgrammeModule : TaughtModule
{
    private ProgrammeModule() { }

    public ProgrammeModule(Guid programme, int place) => (ProgrammeId, Place) = (programme, place);

    public Guid ProgrammeId { get; private init; }

    /// <summary>In which order it is learned, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>Of the library, where it came from; null for one that was written here.</summary>
    public Guid? LibraryId { get; private set; }

    /// <summary>In which state it stood there.</summary>
    public int? LibraryVersion { get; private set; }

    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(ModuleWords words) => Write(words);

    public void Put(int place) => Place = place;

    public void CameFrom(Guid? library, int? version) => (LibraryId, LibraryVersion) = (library, version);
}
