using Integral.Platform.Changes;

namespace Integral.People.Import;

/// <summary>How far an import that writes has come.</summary>
internal enum ImportState
{
    /// <summary>It waits for its turn, or writes.</summary>
    Going,

    /// <summary>Somebody has cancelled it, or it fell silent: what it wrote is being taken back.</summary>
    GivenUp,

    /// <summary>Nothing of it is there.</summary>
    TakenBack,

    /// <summary>All of it is there.</summary>
    Taken,
}

/// <summary>
/// An import that writes, remembered for a day. It writes in portions, so that others can write in between: in one transaction everybody else would wait
/// for ten thousand people (SQLite has one writer), and accounts couldn't be in it, which are in the host's database. So what is cancelled or dies in the
/// middle is found again by this row and taken back by its change set. Portions that nobody sees before the end would need a second place for all that a person has.
/// </summary>
internal sealed class ImportRun
{
    /// <summary>Who wrote nothing for so long is taken for dead. A portion takes a tenth of a second, but its passwords may wait behind two thousand sign-ins.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <summary>For how long one can ask what became of it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public ImportState State { get; private init; }

    /// <summary>When it last wrote.</summary>
    public required DateTime AliveAt { get; init; }

    /// <summary>By which it can be taken back; null while it has written nothing.</summary>
    public Guid? ChangeSetId { get; private init; }

    /// <summary>Rows that couldn't be taken back: somebody has changed or used them meanwhile.</summary>
    public int Left { get; private init; }
}

internal sealed class ImportTables : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.IsNotBackedUp().ToTable("people_imports");       // like the change sets
        run.HasOne<ChangeSet>().WithMany().HasForeignKey(r => r.ChangeSetId).OnDelete(DeleteBehavior.Cascade);
        run.HasIndex(r => r.AliveAt);
    }
}
