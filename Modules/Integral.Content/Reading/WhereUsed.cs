using Integral.Content.Contracts;
using Integral.Content.Data;
using Integral.Content.Editing;

namespace Integral.Content.Reading;

/// <summary>An item that names what was asked about.</summary>
/// <param name="Type">What its content type is called.</param>
/// <param name="IsSeen">The version that visitors see names it; otherwise only a draft does.</param>
internal sealed record Use(string ContentItemId, string Title, string Type, string Culture, bool IsSeen);

/// <summary>How often something is named, and the first of those who do.</summary>
/// <param name="Count">All of them, also those out of the reader's reach.</param>
/// <param name="Seen">Those of which visitors see it.</param>
/// <param name="First">Within the reader's reach.</param>
internal sealed record Uses(int Count, int Seen, IReadOnlyList<Use> First);

/// <summary>Tells who names an item, a term or a file, before it is taken away. What is in the bin doesn't count.</summary>
internal sealed class WhereUsed(Db db, ContentRights rights)
{
    public const int Most = 100;

    /// <summary>By its id, in whatever language, or by the address it has now.</summary>
    public Task<Uses> OfAsync(ContentItem item, int most = Most)
    {
        var (id, itemId, set, slug) = (item.Id, item.ContentItemId, item.LocalizationSet, item.Slug);
        return ReadAsync(db.ContentReferences.Where(r => r.ItemId != id && (r.Kind == Referred.Item && r.Target == itemId || r.Kind == Referred.Text && r.Target == set || r.Kind == Referred.Address && r.Target == slug)), most);
    }

    /// <param name="path">In the media folder.</param>
    /// <param name="most">How many are told by name.</param>
    public Task<Uses> OfFileAsync(string path, int most = Most) => OfFileAsync([path], most);

    /// <param name="paths">In the media folder: the one it has, and those it had.</param>
    /// <param name="most">How many are told by name.</param>
    public Task<Uses> OfFileAsync(IReadOnlyCollection<string> paths, int most = Most) => ReadAsync(db.ContentReferences.Where(r => r.Kind == Referred.File && paths.Contains(r.Target)), most);

    /// <param name="termIds">Of one term, or of it and others.</param>
    /// <param name="most">How many are told by name.</param>
    public Task<Uses> OfTermsAsync(IReadOnlyCollection<string> termIds, int most = Most) => ReadAsync(db.ContentReferences.Where(r => r.Kind == Referred.Term && termIds.Contains(r.Target)), most);

    private async Task<Uses> ReadAsync(IQueryable<ContentReference> references, int most)
    {
        // Begun with who names it: asked of each item by itself, every form of a page would look through all pages of the site.
        var (naming, seen) = (references.Select(r => r.ItemId), references.Where(r => r.IsPublished).Select(r => r.ItemId));
        var named = db.ContentItems.AsNoTracking().Where(i => i.DeletedAt == null && naming.Contains(i.Id));
        var types = db.ContentTypes;
        var counts = await named.GroupBy(_ => 1).Select(g => new { All = g.Count(), Seen = g.Count(i => seen.Contains(i.Id)) }).SingleOrDefaultAsync();
        if (counts is null || most == 0) return new(counts?.All ?? 0, counts?.Seen ?? 0, []);
        var first = await (await rights.TodayAsync()).Within(named).OrderByDescending(i => i.ModifiedAt).ThenBy(i => i.ContentItemId).Take(most)
            .Select(i => new Use(i.ContentItemId, i.DisplayText, types.Where(t => t.Name == i.ContentType).Select(t => t.DisplayName).FirstOrDefault() ?? i.ContentType, i.Culture, references.Any(r => r.ItemId == i.Id && r.IsPublished))).ToListAsync();
        return new(counts.All, counts.Seen, first);
    }
}
