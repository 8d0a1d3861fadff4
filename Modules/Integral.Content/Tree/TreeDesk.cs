using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Fields;

namespace Integral.Content.Tree;

/// <summary>A page in the tree as authors see it: in the institution's language where it is there in it.</summary>
/// <param name="Below">How many pages stand right under it.</param>
internal sealed record TreeRow(string Set, string ContentItemId, string Title, ItemState State, string? Parent, int Below)
{
    public required bool MayMove { get; init; }
}

/// <summary>Pages that stand beside each other.</summary>
/// <param name="Above">From the top down to the one under which they stand; nothing at the top.</param>
internal sealed record TreeLevel(IReadOnlyList<TreeRow> Above, IReadOnlyList<TreeRow> Rows)
{
    public TreeRow? Under => Above.Count == 0 ? null : Above[^1];
    public bool IsCut { get; init; }
}

/// <summary>The tree of pages on the desk.</summary>
internal sealed class TreeDesk(Db db, FieldKinds kinds, ContentRights rights, Current current)
{
    public const int Most = 200;

    private const int MostFound = 50;

    /// <param name="under">The set of translations of the page under which they stand; null for the top.</param>
    /// <exception cref="NotFoundException">There is no such page within one's reach.</exception>
    public async Task<TreeLevel> LevelAsync(string? under)
    {
        var items = await ItemsAsync();
        var above = new List<TreeRow>();
        for (var at = under; at is not null && above.Count < TreeShape.Deepest; at = above[0].Parent)
        {
            var set = at;
            if (await FirstAsync(items.Where(i => i.LocalizationSet == set)) is not { } row) break;
            above.Insert(0, row);
        }
        if (under is not null && above.Count == 0) throw new NotFoundException();
        var rows = await RowsAsync(Here(items, under).Take(Most + 1));
        return new(above, [.. rows.Take(Most)]) { IsCut = rows.Count > Most };
    }

    /// <summary>Pages anywhere in the tree that have these words in their titles.</summary>
    public async Task<IReadOnlyList<TreeRow>> FindAsync(string words) => await RowsAsync(DeskList.Named(await ItemsAsync(), words).OrderBy(i => i.SortKey).ThenBy(i => i.ContentItemId).Take(MostFound));

    /// <summary>The sets of those that stand under one, in their order.</summary>
    public async Task<List<string>> BesideAsync(string? under) => await Here(await ItemsAsync(), under).Select(i => i.LocalizationSet).ToListAsync();

    // What stands under something in the bin is at the top meanwhile.
    private IQueryable<ContentItem> Here(IQueryable<ContentItem> items, string? under)
    {
        var all = db.ContentItems;
        var here = under is not null ? items.Where(i => i.ParentId == under) : items.Where(i => i.ParentId == null || !all.Any(p => p.LocalizationSet == i.ParentId && p.DeletedAt == null));
        return here.OrderBy(i => i.Position ?? TreeLink.Last).ThenBy(i => i.SortKey).ThenBy(i => i.ContentItemId);
    }

    // One for each text.
    private async Task<IQueryable<ContentItem>> ItemsAsync()
    {
        var types = (await kinds.BookAsync(db)).Types.Where(t => t.Has(Known.Tree)).Select(t => t.Name).ToList();
        var (own, all) = (current.Tenant.Culture, db.ContentItems);
#pragma warning disable CA1309 // the engine compares: the overload with a comparison can't be translated
        return (await rights.TodayAsync()).Within(db.ContentItems.AsNoTracking()).Where(i => i.DeletedAt == null && i.OriginId == null && types.Contains(i.ContentType)
            && (i.Culture == own || !all.Any(o => o.LocalizationSet == i.LocalizationSet && o.DeletedAt == null && (o.Culture == own || o.Culture != own && string.Compare(o.ContentItemId, i.ContentItemId) < 0))));
#pragma warning restore CA1309
    }

    private async Task<TreeRow?> FirstAsync(IQueryable<ContentItem> items) => (await RowsAsync(items.Take(1))) is [var row] ? row : null;

    private async Task<List<TreeRow>> RowsAsync(IQueryable<ContentItem> items)
    {
        var (all, may) = (db.ContentItems, await rights.TodayAsync());
        var rows = await items.Select(i => new
        {
            Item = i, IsChanged = i.Versions.Any(v => v.IsLatest && !v.IsPublished),
            Below = all.Where(b => b.ParentId == i.LocalizationSet && b.DeletedAt == null && b.OriginId == null).Select(b => b.LocalizationSet).Distinct().Count(),
        }).ToListAsync();
        return [.. rows.Select(r => new TreeRow(r.Item.LocalizationSet, r.Item.ContentItemId, r.Item.DisplayText, r.IsChanged && r.Item.PublishedAt is not null ? ItemState.Changed : DeskList.StateOf(r.Item), r.Item.ParentId, r.Below) { MayMove = may.MayPublish(r.Item) })];
    }
}
