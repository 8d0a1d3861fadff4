using Integral.Platform.Audit;

namespace Integral.Programs;

/// <summary>
/// A programme that a visitor has composed of modules of the library. Whoever chooses the same modules applies for the same one: so several can be taught together.
/// </summary>
[Audited]
internal sealed class OwnProgramme
{
    public const string Kind = "own-programme";
    public const int LongestTitle = 300, MostModules = 20;

    private OwnProgramme() { }

    /// <param name="title">As applications and the inbox call it.</param>
    /// <param name="modules">In the order of the library.</param>
    /// <param name="at">When it was composed.</param>
    public OwnProgramme(string title, IReadOnlyList<LibraryModule> modules, DateTime at)
    {
        (Title, Digest, CreatedAt) = (title.Length > LongestTitle ? $"{title[..(LongestTitle - 1)]}…" : title, DigestOf(modules), at);
        foreach (var module in modules) Modules.Add(new(Id, Modules.Count + 1, module));
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Title { get; private init; } = "";

    /// <summary>Of its modules as visitors saw them then: a choice of the same is known again, and what has changed since isn't applied for.</summary>
    public string Digest { get; private init; } = "";
    public DateTime CreatedAt { get; private init; }

    /// <summary>In which it is taught, once staff have said so.</summary>
    public Guid? GroupId { get; private set; }
    public int Version { get; private set; } = 1;
    public List<OwnModule> Modules { get; } = [];

    public int Hours => Modules.Sum(m => m.Hours);

    public void Teach(Guid? group)
    {
        GroupId = group;
        Version++;
    }

    public static string DigestOf(IEnumerable<LibraryModule> modules) => Secrets.Digest(string.Join(' ', modules.OrderBy(m => m.Id).Select(m => $"{m.Id:N}.{m.Hours}.{Secrets.Digest($"{m.Title}\n{m.Goals}\n{m.Contents}\n{m.Lecturers}")}")));
}

/// <summary>A module of a programme that a visitor has composed, as it was called then.</summary>
internal sealed class OwnModule
{
    private OwnModule() { }

    public OwnModule(Guid programme, int place, LibraryModule module) => (OwnProgrammeId, Place, LibraryId, Title, Hours) = (programme, place, module.Id, module.Title, module.Hours);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OwnProgrammeId { get; private init; }
    public int Place { get; private init; }
    public Guid LibraryId { get; private init; }
    public string Title { get; private init; } = "";
    public int Hours { get; private init; }
}
