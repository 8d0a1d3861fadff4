namespace Integral.Programs.Versions;

/// <summary>A module as a version keeps it.</summary>
/// <param name="Library">Of the library, where it came from.</param>
/// <param name="LibraryVersion">In which state it stood there.</param>
internal sealed record KeptModule(ModuleWords Words, Guid? Library, int? LibraryVersion);

/// <summary>All that is written of a programme at one time, with its modules in their order.</summary>
/// <param name="Category">Of learners, as it was called then; empty for everybody.</param>
internal sealed record KeptProgramme(ProgrammeWords Words, string Category, IReadOnlyList<KeptModule> Modules)
{
    /// <summary>What its competencies were called then, in the institution's language.</summary>
    public IReadOnlyDictionary<Guid, string> Called { get; init; } = new Dictionary<Guid, string>();

    public static KeptProgramme Of(Programme programme, string category = "") => new(programme.ToWords(), category, [.. programme.InOrder().Select(m => new KeptModule(m.ToWords(), m.LibraryId, m.LibraryVersion))]);
}
