using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Reading;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Web;

namespace Integral.Content.Blocks;

/// <summary>
/// The blocks of a published page with what they show of the site. The items that blocks name are one statement; each list is one more, and a page
/// has at most so many.
/// </summary>
internal sealed class PageBlocks(Db db, PublicSite site, PageSources sources)
{
    private const int MostLists = 8, MostItems = 24, Usual = 6;

    public Task<IReadOnlyList<BlockView>> ReadAsync(ContentItem? item) => ReadAsync(item?.Blocks, item?.OriginId);

    /// <param name="written">As <see cref="PublishedBlocks"/> wrote them.</param>
    /// <param name="origin">The institution above whose page it is; null for the own.</param>
    public async Task<IReadOnlyList<BlockView>> ReadAsync(string? written, Guid? origin = null) =>
        written is null || JsonNode.Parse(written) is not JsonArray array ? [] : await ReadAsync([.. array.OfType<JsonObject>().Select(b => new BlockView(b) { Origin = origin })]);

    private async Task<IReadOnlyList<BlockView>> ReadAsync(IReadOnlyList<BlockView> blocks)
    {
        await site.ShelfAsync();        // terms in them are called as the books call them
        List<string> names = [.. blocks.SelectMany(Names).Distinct()];
        sources.Show(names);
        var named = await NamedAsync(names);
        var (shown, lists) = (new List<BlockView>(), 0);
        foreach (var block in blocks)
        {
            if (block.Type == BlockTypes.List)
            {
                if (lists++ < MostLists && await ListAsync(block) is { Items.Count: > 0 } list) shown.Add(list);
            }
            else if (Names(block).ToList() is { Count: > 0 } ids)
            {
                if (ids.Select(named.GetValueOrDefault).OfType<BlockItem>().ToList() is { Count: > 0 } items) shown.Add(block with { Items = items });
            }
            else if (block.Type is not (BlockTypes.Documents or BlockTypes.Questions)) shown.Add(block);
        }
        return shown;
    }

    private static IEnumerable<string> Names(BlockView block) => block.Type switch
    {
        BlockTypes.Documents => block.Ids("Documents"),
        BlockTypes.Questions => block.Ids("Questions"),
        _ => [],
    };

    private async Task<Dictionary<string, BlockItem>> NamedAsync(List<string> ids)
    {
        if (ids.Count == 0) return [];
        var rows = await db.ContentItems.Published().Where(i => ids.Contains(i.ContentItemId))
            .Select(i => new { i.ContentItemId, Row = new ItemRow(i.ContentItemId, i.DisplayText, i.Slug!, i.Summary, i.ImagePath, i.Culture, i.PublishedAt!.Value, i.OriginId), i.BodyHtml }).ToListAsync();
        return rows.ToDictionary(r => r.ContentItemId, r => new BlockItem(r.Row, site.Complete(r.BodyHtml, r.Row.OriginId)));
    }

    private async Task<BlockView?> ListAsync(BlockView block)
    {
        var type = block.Text("Of");
        var most = Math.Clamp(block.Number("Most", Usual), 1, MostItems);
        if ((await site.ListsAsync()).FirstOrDefault(l => l.Name == type) is not { } list) return null;
        sources.Show(list.Name);
        var folder = list.Folder;
        var (items, at) = (db.ContentItems.Published().Where(i => i.ContentType == type && i.Slug != null && i.Slug != folder), site.To(folder));
        if (block.Said("Term") is { } term)
        {
            if (FilterBy(list, term, await site.ShelfAsync()) is not var (filter, ids)) return null;
            var named = db.Set<ContentField>().Where(f => f.Part == filter.Part && f.Field == filter.Field && ids.Contains(f.Text)).Select(f => f.ItemId);
            (items, at) = (items.Where(i => named.Contains(i.Id)), $"{at}?{Uri.EscapeDataString(filter.Key)}={Uri.EscapeDataString(ids[0])}");
        }
        var rows = await items.ReadableIn(site.Culture, site.Own).NewestFrom(null).Take(most).Select(ItemRow.Of).ToListAsync();
        return block with { Items = [.. rows.Select(r => new BlockItem(r, ""))], More = new(list.Title, at) };
    }

    // By the first field of the list that chooses from the term's book; what names a term below it counts too. Without such a field nothing can be found.
    private static (ListFilter Filter, IReadOnlyList<string> Ids)? FilterBy(ListedType list, string term, Shelf shelf)
    {
        if (shelf.Term(term) is not { } known || shelf.BookOf(known.TermId) is not { } book) return null;
        return list.Filters.FirstOrDefault(f => f.Kind == FilterKind.Term && shelf.Book(f.Book) == book) is { } filter ? (filter, shelf.Within(known.TermId)) : null;
    }
}
