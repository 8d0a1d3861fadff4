using System.Text.Json;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

internal sealed partial class IndexedRows
{
    private static IQueryable<long> MissingOnSqlite(Db db, SearchPosting[] some)
    {
        var json = Written(some);
        return db.Database.SqlQuery<long>($"""
            SELECT json_extract(value, '$[3]') AS "Value" FROM json_each({json})
              WHERE NOT EXISTS (SELECT 1 FROM search_postings p
                WHERE p."Shelf" = json_extract(value, '$[0]') AND p."Term" = json_extract(value, '$[1]') AND p."Rank" = json_extract(value, '$[2]') AND p."Document" = json_extract(value, '$[3]'))
            """);
    }

    // Each is looked for by the whole key, which only a join says: of four columns "in" a list, two are looked for, and all texts with a common word are read.
    private static Task<int> RemoveOnSqliteAsync(Db db, SearchPosting[] some, CancellationToken cancel)
    {
        var json = Written(some);
        return db.Database.ExecuteSqlAsync($"""
            DELETE FROM search_postings WHERE rowid IN
              (SELECT p.rowid FROM json_each({json}) x CROSS JOIN search_postings p
                WHERE p."Shelf" = json_extract(x.value, '$[0]') AND p."Term" = json_extract(x.value, '$[1]') AND p."Rank" = json_extract(x.value, '$[2]') AND p."Document" = json_extract(x.value, '$[3]'))
            """, cancel);
    }

    private static Task<int> AddOnSqliteAsync(Db db, SearchPosting[] some, CancellationToken cancel)
    {
        var json = Written(some);
        return db.Database.ExecuteSqlAsync($"""
            INSERT OR IGNORE INTO search_postings ("Shelf", "Term", "Rank", "Document")
              SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]') FROM json_each({json})
            """, cancel);
    }

    private static Task<int> SayOnSqliteAsync(Db db, SearchWord[] some, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(some.Select(w => new object[] { w.Shelf, w.Word, w.Start, w.Term }), Json.Options);
        return db.Database.ExecuteSqlAsync($"""
            INSERT OR IGNORE INTO search_words ("Shelf", "Word", "Start", "Term")
              SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]') FROM json_each({json})
            """, cancel);
    }

    private static string Written(SearchPosting[] some) => JsonSerializer.Serialize(some.Select(p => new object[] { p.Shelf, p.Term, p.Rank, p.Document }), Json.Options);
}
