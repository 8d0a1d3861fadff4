using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

/// <summary>Rows of the index that are to go and to come, some thousands in one statement: a text has hundreds.</summary>
internal sealed partial class IndexedRows
{
    private const int AtOnce = 20_000;

    private readonly List<SearchPosting> removed = [], added = [];
    private readonly Dictionary<(string Shelf, string Word), string> words = [];

    /// <param name="number">Of the document.</param>
    /// <param name="terms">That it had.</param>
    /// <param name="but">That it is going to have.</param>
    public void Remove(long number, IndexedTerms terms, IndexedTerms? but = null)
    {
        foreach (var (term, rank) in terms.Ranks)
            if (but?.Has(terms.Shelf, term, rank) != true) removed.Add(new() { Shelf = terms.Shelf, Term = term, Rank = rank, Document = number });
    }

    /// <param name="number">Of the document.</param>
    /// <param name="terms">That it is going to have.</param>
    public void Add(long number, IndexedTerms terms)
    {
        foreach (var (term, rank) in terms.Ranks)
            if (terms.Known?.Has(terms.Shelf, term, rank) != true) added.Add(new() { Shelf = terms.Shelf, Term = term, Rank = rank, Document = number });
        foreach (var (word, term) in terms.Words) words[(terms.Shelf, word)] = term;
    }

    /// <summary>One of the rows that a document has.</summary>
    public static SearchPosting One(long number, IndexedTerms terms)
    {
        var (term, rank) = terms.Ranks.First();
        return new() { Shelf = terms.Shelf, Term = term, Rank = rank, Document = number };
    }

    /// <summary>Documents of those rows that aren't there.</summary>
    public static async Task<IReadOnlyList<long>> MissingAsync(Db db, SearchPosting[] rows, CancellationToken cancel) =>
        rows.Length == 0 ? [] : await (db.Database.IsNpgsql() ? MissingOnPostgreSql(db, rows) : MissingOnSqlite(db, rows)).ToListAsync(cancel);

    public async Task WriteAsync(Db db, CancellationToken cancel)
    {
        var onPostgreSql = db.Database.IsNpgsql();
        foreach (var some in removed.Chunk(AtOnce)) await (onPostgreSql ? RemoveOnPostgreSqlAsync(db, some, cancel) : RemoveOnSqliteAsync(db, some, cancel));
        foreach (var some in added.Chunk(AtOnce)) await (onPostgreSql ? AddOnPostgreSqlAsync(db, some, cancel) : AddOnSqliteAsync(db, some, cancel));
        // In one order, so that two who write the same new words wait for each other and not crosswise.
        var sorted = words.OrderBy(w => w.Key.Shelf, StringComparer.Ordinal).ThenBy(w => w.Key.Word, StringComparer.Ordinal)
            .Select(w => new SearchWord { Shelf = w.Key.Shelf, Word = w.Key.Word, Start = SearchWord.StartOf(w.Key.Word), Term = w.Value });
        foreach (var some in sorted.Chunk(AtOnce)) await (onPostgreSql ? SayOnPostgreSqlAsync(db, some, cancel) : SayOnSqliteAsync(db, some, cancel));
    }
}
