using Integral.Platform.Data;
using Integral.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

/// <summary>Keeps the index of a tenant in step with its records. Whatever saves a record, screens, API, recipes, what comes from above, undoing, saves this with it.</summary>
internal sealed class SearchIndex
{
    private const int AtOnce = 200;

    private readonly Db db;
    private readonly List<(SearchDocument Document, IndexedTerms Terms)> changed = [];
    private readonly IndexedRows rows = new();

    private bool isMending;

    private SearchIndex(Db db) => this.db = db;

    /// <summary>Before what is tracked is saved; null where nothing of it is searched.</summary>
    public static async Task<SearchIndex?> PrepareAsync(Db db, ModuleCatalog modules, CancellationToken cancel)
    {
        List<(SearchedRecords Of, object Row, bool IsGone)>? rows = null;
        foreach (var entry in db.ChangeTracker.Entries())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                foreach (var of in modules.SearchedBy(entry.Metadata.ClrType)) (rows ??= []).Add((of, entry.Entity, entry.State == EntityState.Deleted));
        if (rows is null) return null;
        var index = new SearchIndex(db);
        await index.FollowAsync(rows, cancel);
        return index;
    }

    /// <summary>Brings records that nobody changed to what they should be in the index.</summary>
    /// <param name="db">Of the tenant.</param>
    /// <param name="of">Their kind.</param>
    /// <param name="records">In the order of their ids.</param>
    /// <param name="between">Ids: there are no others after the first, up to the second; to the end where that is null.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <returns>How many weren't.</returns>
    public static async Task<int> MendAsync(Db db, SearchedRecords of, IReadOnlyList<object> records, (string After, string? Last) between, CancellationToken cancel)
    {
        var index = new SearchIndex(db) { isMending = true };
        await index.FollowAsync([.. records.Select(r => (of, r, false))], cancel);
        await index.ForgetAsync(of, [.. records.Select(of.IdOf)], between, cancel);
        await index.FillAsync(cancel);
        if (index.changed.Count == 0) return 0;
        await db.SaveChangesAsync(cancel);
        await index.WriteAsync(cancel);
        return index.changed.Count;
    }

    private async Task FollowAsync(List<(SearchedRecords Of, object Row, bool IsGone)> records, CancellationToken cancel)
    {
        foreach (var kind in records.GroupBy(r => r.Of))
            foreach (var some in kind.Chunk(AtOnce))
            {
                var known = await KnownAsync(kind.Key.Kind, [.. some.Select(r => kind.Key.IdOf(r.Row))], cancel);
                foreach (var (of, row, isGone) in some)
                    Follow(known.GetValueOrDefault(of.IdOf(row)), isGone ? null : await of.OfAsync(db, row));
            }
    }

    // Documents whose records are gone.
    private async Task ForgetAsync(SearchedRecords of, HashSet<string> there, (string After, string? Last) between, CancellationToken cancel)
    {
        var (kind, (after, last)) = (of.Kind, between);
#pragma warning disable CA1309 // the engine compares
        var range = db.Set<SearchDocument>().Where(d => d.Kind == kind && string.Compare(d.RecordId, after) > 0);
        if (last is not null) range = range.Where(d => string.Compare(d.RecordId, last) <= 0);
#pragma warning restore CA1309
        var gone = (await range.Select(d => new { d.Number, d.RecordId }).ToListAsync(cancel)).Where(d => !there.Contains(d.RecordId)).Select(d => d.Number).ToList();
        foreach (var document in await db.Set<SearchDocument>().Where(d => gone.Contains(d.Number)).ToListAsync(cancel))
            if (!await IsThereAsync(of, document.RecordId)) Follow(document, null);
    }

    // It may have been written with its record since the records were read: PostgreSQL lets others write meanwhile.
    private async Task<bool> IsThereAsync(SearchedRecords of, string id) => id.Length > 0 && (await of.ReadAsync(db, id[..^1], 1)).Any(r => of.IdOf(r) == id);

    // Documents that are as they should be, but whose terms were lost: one of them is asked for each, in one statement.
    private async Task FillAsync(CancellationToken cancel)
    {
        var whole = db.ChangeTracker.Entries<SearchDocument>().Where(e => e.State == EntityState.Unchanged).Select(e => (Document: e.Entity, Terms: new IndexedTerms(e.Entity.Shelf, DocumentTerms.Read(e.Entity.Terms))))
            .Where(d => d.Terms.Ranks.Count > 0).ToDictionary(d => d.Document.Number);
        foreach (var number in await IndexedRows.MissingAsync(db, [.. whole.Select(d => IndexedRows.One(d.Key, d.Value.Terms))], cancel)) changed.Add(whole[number]);
    }

    private Task<Dictionary<string, SearchDocument>> KnownAsync(string kind, string[] ids, CancellationToken cancel) =>
        db.Set<SearchDocument>().Where(d => d.Kind == kind && EF.Parameter(ids).Contains(d.RecordId)).ToDictionaryAsync(d => d.RecordId, cancel);

    private void Follow(SearchDocument? document, Searchable? record)
    {
        if (document is null && record is null) return;
        var before = document is null ? null : new IndexedTerms(document.Shelf, DocumentTerms.Read(document.Terms));
        if (record is null)
        {
            rows.Remove(document!.Number, before!);
            db.Remove(document);
            changed.Add((document, new(before!.Shelf, new Dictionary<string, int>())));
            return;
        }
        var terms = DocumentTerms.Of(record);
        if (document is null) db.Add(document = new() { Kind = record.Kind, RecordId = record.RecordId });
        document.Say(record, terms);
        if (db.Entry(document).State is EntityState.Unchanged) return;
        var after = new IndexedTerms(document.Shelf, terms.Ranks) { Words = terms.Words };
        if (before is not null) rows.Remove(document.Number, before, but: after);
        changed.Add((document, isMending ? after : after with { Known = before }));        // what is to be mended may not be there
    }

    /// <summary>After the documents have been saved and have their numbers.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        foreach (var (document, terms) in changed) rows.Add(document.Number, terms);
        await rows.WriteAsync(db, cancel);
    }
}

/// <param name="Shelf">Where they stand.</param>
/// <param name="Ranks">By term.</param>
internal sealed record IndexedTerms(string Shelf, IReadOnlyDictionary<string, int> Ranks)
{
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>What stands in the index already.</summary>
    public IndexedTerms? Known { get; init; }

    public bool Has(string shelf, string term, int rank) => Shelf == shelf && Ranks.TryGetValue(term, out var there) && there == rank;
}
