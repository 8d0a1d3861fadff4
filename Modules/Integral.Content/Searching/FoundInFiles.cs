using Integral.Content.Contracts;
using Integral.Content.Data;
using Integral.Content.FileTexts;
using Integral.Platform.Search;

namespace Integral.Content.Searching;

/// <param name="Path">In the media folder.</param>
internal sealed record FoundFile(string Path, string Name, Passage Passage);

/// <summary>Tells in which of its files what was found of an item stands, where it isn't the item's own words. Two queries, however much was found.</summary>
internal sealed class FoundInFiles(Db db)
{
    private const int Window = 15_000;

    /// <returns>By the number of the hit; those of which no file has the words are missing.</returns>
    public async Task<IReadOnlyDictionary<long, FoundFile>> FindAsync(IReadOnlyList<Hit> hits)
    {
        var found = new Dictionary<long, FoundFile>();
        if (hits.Count == 0) return found;
        var ids = hits.Select(h => h.RecordId).ToArray();
        var named = await (from i in db.ContentItems
                           join r in db.ContentReferences on i.Id equals r.ItemId
                           where EF.Parameter(ids).Contains(i.ContentItemId) && r.Kind == Referred.File && r.IsPublished
                           select new { i.ContentItemId, r.Target }).ToListAsync();
        var texts = (await ShownText.OfAsync(db, [.. named.Select(n => n.Target).Distinct()])).ToLookup(t => t.Named);
        foreach (var hit in hits)
        {
            var files = named.Where(n => n.ContentItemId == hit.RecordId).SelectMany(n => texts[n.Target]).DistinctBy(t => t.Path);
            var best = files.Select(f => new FoundFile(f.Path, f.Name, Best(hit, f.Text))).MaxBy(f => Count(f.Passage));
            if (best is not null && Count(best.Passage) > 0) found[hit.Number] = best;
        }
        return found;
    }

    // A passage is looked for in the beginning of a text only.
    private static Passage Best(Hit hit, string text) => Pieces(text).Select(p => SiteSearch.PassageOf(hit, p)).MaxBy(Count)!;

    private static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at + Window >= text.Length || text.LastIndexOf(' ', at + Window, Window) is < 0 and var none ? Math.Min(text.Length, at + Window) : text.LastIndexOf(' ', at + Window, Window) + 1;
            yield return text[at..end];
            at = end;
        }
    }

    private static int Count(Passage passage) => passage.Parts.Where(p => p.IsFound).Select(p => p.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
