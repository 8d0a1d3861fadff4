using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Recipes;
using Integral.Content.Sharing;
using Integral.Content.Tree;
using Integral.Platform.Recipes;
using Integral.Platform.Sharing;

namespace Integral.Content.Publishing;

/// <summary>Writes one item of the current tenant with all that depends on it: its address, what it is found by, what those below are offered.</summary>
internal sealed class ItemWriter(Db db, Current current, Catalogue catalogue, TenantAddresses reserved, Offers offers, Texts texts, TimeProvider clock)
{
    private const int MostNumbers = 50;

    /// <summary>Writes a version of an item, and publishes it if that is said, in the transaction that is open.</summary>
    /// <param name="book">Of the tenant.</param>
    /// <param name="there">With its latest and published versions; null of a new one.</param>
    /// <param name="said">What is to be written.</param>
    /// <exception cref="RuleException">It can't be written, or can't be published.</exception>
    public async Task<ContentItem> WriteAsync(TypeBook book, ContentItem? there, ImportedItem said)
    {
        if (ParentKind.ParentOf(said.Data[Known.Tree] as JsonObject) is { } parent && parent != there?.ParentId) (await TreeShape.ReadAsync(db)).Put(said.LocalizationSet, parent);
        var addresses = await AddressesAsync(said);
        var last = there is { Id: var id } ? await db.ContentVersions.Where(v => v.ItemId == id).MaxAsync(v => (int?)v.Number) ?? 0 : 0;
        var import = Import.Of(db, there, last, new(book, Publisher.Words(texts), current.Tenant.Zone), addresses, clock);
        import.Write(said);
        var item = import.Items[said.ContentItemId];
        await FollowAsync(item);
        await db.SaveChangesAsync();
        return item;
    }

    /// <summary>Offers it to those below, or withdraws it.</summary>
    public async Task FollowAsync(ContentItem item) => await SharedText.FollowAsync(item, offers, await offers.OfferedAsync(SharedText.Kind, item.ContentItemId));

    private async Task<PageAddresses> AddressesAsync(ImportedItem said)
    {
        var (home, id) = (await PageAddresses.HomeAsync(db), said.ContentItemId);
        if (said.IsPublished && said.Type.Has(Known.Route) && id != home) await ProposeAsync(said);
        var wanted = PageAddresses.Slug(said, Path(said.Data));
        var near = db.ContentItems.Where(i => i.Slug == wanted || i.ContentItemId == id);
        return await PageAddresses.LoadAsync(near, home, segment => PageAddresses.IsReserved(segment, current.Tenant, reserved, catalogue));
    }

    // Written down once it is published, so that another title doesn't move the page. Two texts of one title are nobody's mistake: the second gets a number.
    private async Task ProposeAsync(ImportedItem said)
    {
        if (Path(said.Data) is { Length: > 0 } || (said.Data[Known.Route] as JsonObject)?.Flag("SetHomepage") == true) return;
        var (slug, culture, id) = (await UnderParentAsync(said, PageAddresses.Slug(said, null)), said.Culture, said.ContentItemId);
        string[] wanted = [slug, .. Enumerable.Range(2, MostNumbers).Select(n => $"{slug}-{n}"), $"{slug}-{id}"];      // asked for as they are: an index finds them
        var taken = await db.ContentItems.Where(i => i.Culture == culture && i.ContentItemId != id && wanted.Contains(i.Slug)).Select(i => i.Slug).ToHashSetAsync();
        if (said.Data[Known.Route] is not JsonObject route) said.Data[Known.Route] = route = [];
        route["Path"] = wanted.First(s => !taken.Contains(s));
    }

    // Only proposed: where the page is moved later, its address stays unless somebody says otherwise.
    private async Task<string> UnderParentAsync(ImportedItem said, string slug)
    {
        if (said.Type.Folder is not null || ParentKind.ParentOf(said.Data[Known.Tree] as JsonObject) is not { } parent) return slug;
        var heads = await db.ContentItems.Where(i => i.LocalizationSet == parent && i.Slug != null && i.Slug != "").Select(i => new { i.Culture, i.Slug }).ToListAsync();
        var head = (heads.Find(h => h.Culture == said.Culture) ?? heads.Find(h => h.Culture == current.Tenant.Culture) ?? heads.FirstOrDefault())?.Slug;
        return head is null || head.Length + slug.Length >= ContentItem.LongestSlug - UniqueId.Length ? slug : $"{head}/{slug}";
    }

    private static string? Path(JsonObject data) => (data[Known.Route] as JsonObject)?.Text("Path");
}
