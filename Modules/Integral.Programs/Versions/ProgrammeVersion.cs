namespace Integral.Programs.Versions;

/// <summary>What visitors saw of a programme from one day on. It is never changed: who applied then applied for this.</summary>
internal sealed class ProgrammeVersion
{
    public const int LongestAuthor = 256;

    private ProgrammeVersion() { }

    public ProgrammeVersion(Guid programme, int number, string data, string? author, DateTime at) => (ProgrammeId, Number, Data, Author, At) = (programme, number, data, author, at);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ProgrammeId { get; private init; }

    /// <summary>The first is 1.</summary>
    public int Number { get; private init; }

    /// <summary>A <see cref="KeptProgramme"/> as JSON.</summary>
    public string Data { get; private init; } = "{}";

    /// <summary>Who put it before visitors; null where a recipe did, or nobody knows any more.</summary>
    public string? Author { get; private init; }
    public DateTime At { get; private init; }

    public KeptProgramme Read() => Json.Read<KeptProgramme>(Data)!;
}
