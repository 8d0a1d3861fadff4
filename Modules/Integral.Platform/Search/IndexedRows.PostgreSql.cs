using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

// The tenant is filled in by the column's default and asked for by row security, as in every statement.
internal sealed partial class IndexedRows
{
    private static IQueryable<long> MissingOnPostgreSql(Db db, SearchPosting[] some)
    {
        var (shelves, terms, ranks, documents) = Columns(some);
        return db.Database.SqlQuery<long>($"""
            SELECT x.document AS "Value" FROM unnest({shelves}, {terms}, {ranks}, {documents}) AS x(shelf, term, rank, document)
              WHERE NOT EXISTS (SELECT 1 FROM search_postings p WHERE p."Shelf" = x.shelf AND p."Term" = x.term AND p."Rank" = x.rank AND p."Document" = x.document)
            """);
    }

    private static Task<int> RemoveOnPostgreSqlAsync(Db db, SearchPosting[] some, CancellationToken cancel)
    {
        var (shelves, terms, ranks, documents) = Columns(some);
        return db.Database.ExecuteSqlAsync($"""
            DELETE FROM search_postings p USING unnest({shelves}, {terms}, {ranks}, {documents}) AS x(shelf, term, rank, document)
              WHERE p."Shelf" = x.shelf AND p."Term" = x.term AND p."Rank" = x.rank AND p."Document" = x.document
            """, cancel);
    }

    private static Task<int> AddOnPostgreSqlAsync(Db db, SearchPosting[] some, CancellationToken cancel)
    {
        var (shelves, terms, ranks, documents) = Columns(some);
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO search_postings ("Shelf", "Term", "Rank", "Document") SELECT * FROM unnest({shelves}, {terms}, {ranks}, {documents}) ON CONFLICT DO NOTHING
            """, cancel);
    }

    private static Task<int> SayOnPostgreSqlAsync(Db db, SearchWord[] some, CancellationToken cancel)
    {
        string[] shelves = [.. some.Select(w => w.Shelf)], words = [.. some.Select(w => w.Word)], starts = [.. some.Select(w => w.Start)], terms = [.. some.Select(w => w.Term)];
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO search_words ("Shelf", "Word", "Start", "Term") SELECT * FROM unnest({shelves}, {words}, {starts}, {terms}) ON CONFLICT DO NOTHING
            """, cancel);
    }

    private static (string[], string[], int[], long[]) Columns(SearchPosting[] some) =>
        ([.. some.Select(p => p.Shelf)], [.. some.Select(p => p.Term)], [.. some.Select(p => p.Rank)], [.. some.Select(p => p.Document)]);
}
