namespace Integral.Platform.Search;

// The tenant is asked for by row security, as in every statement.
internal sealed partial class Postings
{
    private string OnPostgreSql(IReadOnlyList<string> terms, List<object> values)
    {
        var (allowed, place) = (Allowed(values), values.Count);
        values.Add(terms.ToArray());
        return $"""
            SELECT (t.number - 1)::int AS "At", b."Document", b."Rank" FROM unnest({Placed(place)}) WITH ORDINALITY AS t(term, number) CROSS JOIN LATERAL ({BestOf("t.term", allowed, terms.Count, "")}) b
            """;
    }

    private static string Placed(int at) => $"{{{at}}}";
}
