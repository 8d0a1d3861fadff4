using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

/// <summary>That a document has one of the terms that were asked for.</summary>
internal sealed class FoundPosting
{
    /// <summary>Which of the terms.</summary>
    public int At { get; init; }
    public long Document { get; init; }
    public int Rank { get; init; }
}

/// <summary>
/// Reads what the index has of all terms of a question in one statement: of each the documents with the best ranks, never all. Both engines read the same rows,
/// by an index that equality alone finds (postgresql-tenancy §3), each in its own SQL: LINQ has no words for "the first thousand of each" that both could run.
/// </summary>
internal sealed partial class Postings(Db db, Shelf shelf, Question question)
{
    /// <summary>A term that more documents have is one of many: it can't tell them apart.</summary>
    public const int MostOfATerm = 1000;

    // Where a kind, days or an owner are asked for, each document is looked at for them: the best of each term, and of many terms fewer each.
    private const int LookedAt = 10_000, MostOfOne = 5000, FewestOfOne = 500;

    /// <summary>Not every document of a term is looked through.</summary>
    public bool IsNarrowed => question.IsFiltered || !shelf.IsPublic && question.DraftsOf is { Length: > 0 };

    public Task<List<FoundPosting>> ReadAsync(IReadOnlyList<string> terms, CancellationToken cancel)
    {
        var values = new List<object> { $"{shelf}" };
        var sql = db.Database.IsNpgsql() ? OnPostgreSql(terms, values) : OnSqlite(terms, values);
        return db.Database.SqlQueryRaw<FoundPosting>(sql, [.. values]).ToListAsync(cancel);
    }

    // The best of one term. {0} is the shelf. "looked" says how a document is looked at for what is
    // asked besides: each by itself, since an engine that may join them reads all of them for a few.
    private static string BestOf(string term, string allowed, int terms, string looked)
    {
        var best = $$"""SELECT p."Document", p."Rank" FROM search_postings p WHERE p."Shelf" = {0} AND p."Term" = {{term}} ORDER BY p."Rank", p."Document" LIMIT {{(allowed.Length == 0 ? MostOfATerm : Math.Clamp(LookedAt / terms, FewestOfOne, MostOfOne))}}""";
        return allowed.Length == 0 ? best : $"""
            SELECT x."Document", x."Rank" FROM ({best}) x WHERE (SELECT 1 FROM search_documents d{looked} WHERE d."Number" = x."Document"{allowed} LIMIT 1) = 1 ORDER BY x."Rank", x."Document" LIMIT {MostOfATerm}
            """;
    }

    private string Allowed(List<object> values)
    {
        var said = "";
        if (question.Type is { } type) Add("d.\"Type\" =", type);
        if (question.From is { } from) Add("d.\"At\" >=", from);
        if (question.To is { } to) Add("d.\"At\" <", to);
        if (!shelf.IsPublic && question.DraftsOf is { Length: > 0 } owner) Add("d.\"Owner\" =", owner);
        return said;

        void Add(string what, object value)
        {
            said += $" AND {what} {{{values.Count}}}";
            values.Add(value);
        }
    }
}
