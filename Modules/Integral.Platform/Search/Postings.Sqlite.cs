namespace Integral.Platform.Search;

// It can't join what has a limit for each row: a part of its own for each term.
internal sealed partial class Postings
{
    // Without it the engine reads the document itself, whose text is the larger part of the file.
    private const string ByIndex = $" INDEXED BY \"{SearchTables.Narrowing}\"";

    private string OnSqlite(IReadOnlyList<string> terms, List<object> values)
    {
        var (allowed, parts) = (Allowed(values), new List<string>());
        for (var at = 0; at < terms.Count; at++)
        {
            parts.Add($"""SELECT {at} AS "At", b."Document", b."Rank" FROM ({BestOf($"{{{values.Count}}}", allowed, terms.Count, ByIndex)}) b""");
            values.Add(terms[at]);
        }
        return string.Join(" UNION ALL ", parts);
    }
}
