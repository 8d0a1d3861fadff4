using Integral.Content.Blocks;
using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Content.Tree;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Integral.Content.Pages.Content;

/// <summary>A page or a piece of news at its own address, or all items of a type at the type's. Every other page of the system goes before it.</summary>
[AllowAnonymous, OutputCache(PolicyName = CachePolicies.Public)]
internal sealed class ShowModel(Db db, PublicSite site, PageBlocks blocks, ListReader lists, PageTree tree, PageSources sources) : PageModel
{
    private const int PageSize = 20;

    public PublicSite Site => site;

    /// <summary>Null on a list that nobody has written an introduction to.</summary>
    public ContentItem? Item { get; private set; }
    public ListedType? List { get; private set; }
    public IReadOnlyList<ItemRow> Listed { get; private set; } = [];
    public IReadOnlyList<BlockView> Blocks { get; private set; } = [];
    public ListForm? Form { get; private set; }
    public string? First { get; private set; }
    public string? Next { get; private set; }

    /// <summary>Not the list itself but a part of it: what was filtered, sorted or turned over to.</summary>
    public bool IsPart => Request.QueryString.HasValue;
    public string Title => Item?.DisplayText ?? List!.Title;
    public IReadOnlyList<ItemRow> Contained { get; private set; } = [];

    /// <summary>Where it stands in the tree of pages.</summary>
    public PagePlace Place { get; private set; } = PagePlace.Nowhere;

    /// <summary>What else there is in its section: the pages under it, or those beside it where there are none.</summary>
    public IReadOnlyList<TreeLink> Section => Place.Below.Count > 0 ? Place.Below : Place.Beside.Count > 1 ? Place.Beside : [];
    public bool IsNews => Item?.ContentType == PageAddresses.News;

    /// <summary>The institution above that published it for this one too.</summary>
    public string? Origin => site.NameOf(Item?.OriginId);

    /// <summary>The text's language where it isn't the reader's.</summary>
    public string? Lang => Item is null || Item.Culture == site.Culture ? null : Item.Culture;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var (items, address) = (db.ContentItems.Published(), slug.Trim('/').ToLowerInvariant());
        Item = await FindAsync(items, address);
        List = await site.ListAsync(address);
        if (Item is null && List is null) return await FormerAsync(address) is { } now ? Moved(now) : throw new NotFoundException();
        if (Lang is not null && await TranslationAsync(items, Item!) is { } translation) return LocalRedirect(new PathString(site.To(translation)).ToUriComponent());
        sources.Show([.. Item is null ? [] : new[] { Item.ContentItemId }, .. List is null ? [] : new[] { List.Name }]);
        if (Item is { IsList: true, ContentItemId: var list })
            await ReadContainedAsync(items.Where(i => i.ListId == list && i.Slug != null), site.In(Item.Culture, Item.Slug!));
        if (Item is not null && List is null && !IsNews) Place = await tree.OfAsync(Item);
        Blocks = await blocks.ReadAsync(Item);
        if (List is not null) await ReadListAsync(List);
        return Page();
    }

    private async Task ReadListAsync(ListedType list)
    {
        var (shelf, here) = (await site.ShelfAsync(), site.To(list.Folder));
        var wish = ListWish.Read(list, Request.Query, shelf);
        var part = await lists.ReadAsync(wish, shelf, PageSize);
        (Listed, Form) = (part.Rows, new(wish, shelf, site, here, part.Total));
        First = wish.From is null ? null : wish.Address(here, null);
        Next = part.Next is { } next ? wish.Address(here, next) : null;
        // Not every combination of filters is kept for the next visitor: there are more of them than memory.
        if (!wish.IsCommon && HttpContext.Features.Get<IOutputCacheFeature>() is { } cache) cache.Context.AllowCacheStorage = false;
    }

    // What stands in it, the newest first.
    private async Task ReadContainedAsync(IQueryable<ContentItem> items, string here)
    {
        var cursor = List is null && Request.Query["cursor"].FirstOrDefault() is { Length: > 0 } said ? said : null;
        var rows = await items.NewestFrom(Cursor.Read(cursor)).Take(PageSize + 1).Select(ItemRow.Of).ToListAsync();
        Contained = [.. rows.Take(PageSize)];
        First = cursor is null ? null : here;
        Next = rows.Count > PageSize ? $"{here}?cursor={Cursor.After(rows[PageSize - 1].PublishedAt, rows[PageSize - 1].ContentItemId)}" : null;
    }

    private async Task<ContentItem?> FindAsync(IQueryable<ContentItem> items, string slug)
    {
        var found = slug.Length is > 0 and <= 300 ? await items.Where(i => i.Slug == slug).ToListAsync() : [];
        return found.Find(i => i.Culture == site.Culture) ?? found.Find(i => i.Culture == site.Own) ?? (found.Count > 0 ? found[0] : null);
    }

    // Where the page is now that had this address.
    private async Task<string?> FormerAsync(string slug)
    {
        if (slug.Length is 0 or > ContentItem.LongestSlug) return null;
        var found = await db.FormerAddresses.Where(f => f.Slug == slug).OrderByDescending(f => f.Id)
            .Join(db.ContentItems.Published().Where(i => i.Slug != null), f => f.ItemId, i => i.Id, (_, i) => new { i.Slug, i.Culture }).Take(Texts.Cultures.Count).ToListAsync();
        return (found.Find(f => f.Culture == site.Culture) ?? found.FirstOrDefault()) is { } now ? site.In(now.Culture, now.Slug!) : null;
    }

    // For a day: it may move again, and its old address may be given to another page.
    private LocalRedirectResult Moved(string now)
    {
        Response.Headers.CacheControl = "public, max-age=86400";
        return LocalRedirectPermanent(new PathString(now).ToUriComponent());
    }

    // The same text has another address in the reader's language.
    private async Task<string?> TranslationAsync(IQueryable<ContentItem> items, ContentItem item)
    {
        var (set, culture) = (item.LocalizationSet, site.Culture);
        return await items.Where(i => i.LocalizationSet == set && i.Culture == culture && i.Slug != null).Select(i => i.Slug).FirstOrDefaultAsync();
    }
}
