using System.Linq.Expressions;
using Integral.Content.Data;
using Integral.Content.Reading;

namespace Integral.Content.Tree;

/// <summary>Where a page stands for its readers.</summary>
/// <param name="Above">From the top to the page above it; those that aren't published are left out.</param>
/// <param name="Below">Pages that stand under it.</param>
/// <param name="Beside">Pages that stand under the same one, itself among them; nothing for a page at the top.</param>
internal sealed record PagePlace(IReadOnlyList<TreeLink> Above, IReadOnlyList<TreeLink> Below, IReadOnlyList<TreeLink> Beside)
{
    public static readonly PagePlace Nowhere = new([], [], []);
}

/// <summary>A page in the tree as visitors see it.</summary>
internal sealed record TreeLink(string Set, string Title, string Slug, string? Parent, int? Place, string SortKey, int? Level)
{
    public const int Last = int.MaxValue;
}

/// <summary>Reads where a page stands: two statements, however deep it is.</summary>
internal sealed class PageTree(Db db, PublicSite site)
{
    private const int Most = 100;

    public async Task<PagePlace> OfAsync(ContentItem item)
    {
        if (item.OriginId is not null) return PagePlace.Nowhere;
        var (set, parent) = (item.LocalizationSet, item.ParentId);
        var near = await Readable.Where(i => i.ParentId == set || parent != null && i.ParentId == parent)
            .OrderBy(i => i.Position ?? TreeLink.Last).ThenBy(i => i.SortKey).ThenBy(i => i.ContentItemId).Take(2 * Most).Select(Link).ToListAsync();
        return new(parent is null ? [] : await AboveAsync(parent), [.. near.Where(l => l.Parent == set).Take(Most)], parent is null ? [] : [.. near.Where(l => l.Parent == parent).Take(Most)]);
    }

    private IQueryable<ContentItem> Readable => db.ContentItems.Published().ReadableIn(site.Culture, site.Own).Where(i => i.Slug != null);

    private static readonly Expression<Func<ContentItem, TreeLink>> Link = i => new(i.LocalizationSet, i.DisplayText, i.Slug!, i.ParentId, i.Position, i.SortKey, null);

    private async Task<IReadOnlyList<TreeLink>> AboveAsync(string parent)
    {
        var above = Up(parent);
        var links = await Readable.Join(above, i => i.LocalizationSet, a => a.Set, (i, a) => new TreeLink(i.LocalizationSet, i.DisplayText, i.Slug!, i.ParentId, i.Position, i.SortKey, a.Level)).ToListAsync();
        return [.. links.OrderByDescending(l => l.Level)];
    }

    // The same on both engines. It ends where the tree does, and in a ring that an import may have left behind at the deepest level.
    private IQueryable<Step> Up(string parent) => db.Database.SqlQuery<Step>($"""
        WITH RECURSIVE up("Set", "Level") AS (
          SELECT CAST({parent} AS varchar(26)), 1
          UNION
          SELECT i."ParentId", up."Level" + 1 FROM up JOIN content_items i ON i."LocalizationSet" = up."Set" WHERE i."ParentId" IS NOT NULL AND up."Level" < {TreeShape.Deepest})
        SELECT "Set", MIN("Level") AS "Level" FROM up GROUP BY "Set"
        """);

    private sealed record Step(string Set, int Level);
}
