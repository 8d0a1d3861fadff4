using Integral.Platform.Audit;
using Integral.Platform.Sheets;

namespace Integral.People.Export;

/// <summary>What is to be taken out of the institution, and why.</summary>
internal sealed record WantedExport(string Reason, SheetFormat Format, PeopleFilter Filter);

/// <summary>What the audit trail keeps of an export.</summary>
internal sealed record ExportNote(string Reason, int Number, string Format, IReadOnlyList<string> Columns, string? Text, string? Role, string? State)
{
    public const string Kind = "PeopleExport", Action = "Exported";
}

/// <summary>
/// Takes the people of this institution out as a table that can be imported again. Before the first byte goes out the trail says who took what, when
/// and why; the institution's head sees it (abuse case A44).
/// </summary>
internal sealed class PeopleExport(Db db, PeopleList list, ExportedRows rows, Trail trail)
{
    public const int LongestReason = 300;

    private const int AtOnce = 500;
    private static readonly string[] Columns = [.. ExportedRows.Fields.Select(f => $"{f}")];

    /// <summary>Writes down that it happens, with how many people it is about.</summary>
    /// <returns>Whom, in the order of the list.</returns>
    /// <exception cref="RuleException">There is no reason for it.</exception>
    public Task<IReadOnlyList<Guid>> NoteAsync(WantedExport wanted) => db.WriteAsync(async () =>
    {
        var reason = wanted.Reason.Trim();
        Rule.Require(reason.Length is > 0 and <= LongestReason && !reason.Any(c => char.IsControl(c) && c is not ('\n' or '\r')), T.Say("Say in 1 to {0} characters what the data are needed for.", LongestReason), "Reason");
        var (ids, filter) = (await list.IdsAsync(wanted.Filter with { After = null }), wanted.Filter);
        var note = new ExportNote(reason, ids.Count, $"{wanted.Format}", Columns, filter.Text, filter.Role, filter.State is { } state ? $"{state}" : null);
        db.Add(AuditEntry.Of(trail, ExportNote.Action, ExportNote.Kind, $"{Guid.CreateVersion7()}", Json.Write(note)));
        await db.SaveChangesAsync();
        return ids;
    });

    /// <summary>Writes the table a few hundred people at a time: its length costs no memory.</summary>
    public async Task WriteAsync(IReadOnlyList<Guid> ids, SheetFormat format, Stream to, CancellationToken cancel = default)
    {
        await using var sheet = SheetWriter.Open(format, to);
        await sheet.RowAsync(rows.Headings, cancel);
        foreach (var few in ids.Chunk(AtOnce))
            foreach (var row in await rows.OfAsync(few, cancel)) await sheet.RowAsync(row, cancel);
    }
}
