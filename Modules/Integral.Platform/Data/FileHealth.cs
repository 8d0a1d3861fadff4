using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Data;

/// <summary>A file that was found damaged, and what to do.</summary>
/// <param name="Tenant">Whose it is; null for one of the installation's own.</param>
/// <param name="Why">In the engine's words.</param>
public sealed record DamagedFile(string File, Tenant? Tenant, string Why, DateTime FoundAt, Sentence ToDo);

/// <param name="Files">How many there are.</param>
/// <param name="Checked">How many of them were read from end to end, so that each damage would have been found.</param>
/// <param name="Oldest">When the one was read that was read longest ago; null while some never were.</param>
public sealed record FileStatus(int Files, int Checked, DateTime? Oldest, IReadOnlyList<DamagedFile> Damaged);

/// <summary>How the database's files are, for the operator. Costs no query.</summary>
public sealed class FileHealth
{
    private readonly CareBook book;
    private readonly Provider provider;
    private readonly Catalogue catalogue;

    internal FileHealth(CareBook book, Provider provider, Catalogue catalogue) => (this.book, this.provider, this.catalogue) = (book, provider, catalogue);

    /// <summary>Null on PostgreSQL, which looks after itself, and before the first night.</summary>
    public FileStatus? Read()
    {
        var notes = provider == Provider.Sqlite ? book.Read().Values.ToList() : [];
        if (notes.Count == 0) return null;
        var never = notes.Count(n => n.CheckedAt == DateTime.UnixEpoch);
        return new(notes.Count, notes.Count - never, never > 0 ? null : notes.Min(n => n.CheckedAt), [.. notes.Where(n => n.Trouble is not null).Select(Of).OfType<DamagedFile>()]);
    }

    // Those of institutions that were removed meanwhile aren't there any more.
    private DamagedFile? Of(CareNote note)
    {
        if (!Guid.TryParse(Path.GetFileNameWithoutExtension(note.File), out var id)) return new(note.File, null, note.Trouble!, note.CheckedAt, note.File == "jobs.db"
            ? T.Say("Stop the server, delete the file and start it: it is made anew.")
            : T.Say("Stop the server, put the file back from a copy and start it."));
        return catalogue.Of(id) is { } tenant
            ? new(note.File, tenant, note.Trouble!, note.CheckedAt, T.Say("Switch the institution off and restore its last good backup beside it, or stop the server and put the file back from a copy.")) : null;
    }
}
