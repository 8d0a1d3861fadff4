using System.Text.Json.Nodes;
using Integral.Content.Blocks;
using Integral.Content.Data;
using Integral.Content.Profiles;
using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Ui;

namespace Integral.Content.Announcing;

/// <summary>What the pages of a site tell machines of themselves. Asked after a page has been written: then what is known of its pictures has been learnt.</summary>
internal sealed class SiteHeads(Db db, Current current, PublicSite site, WholeAddresses whole)
{
    /// <param name="intro">The text of the front page; null where nobody has written one.</param>
    public async Task<PageHead> OfFrontAsync(ContentItem? intro, IReadOnlyList<BlockView> blocks)
    {
        var fronts = await site.FrontsAsync();
        var culture = fronts.Contains(site.Culture) ? site.Culture : site.Own;
        return new(whole.In(intro?.Culture ?? site.Culture, ""), intro?.Culture ?? site.Culture)
        {
            Translations = fronts.Count > 1 ? [.. fronts.Select(c => (c, whole.In(c, "")))] : [], Feed = whole.In(culture, "feed"), Image = ImageOf(intro),
            Facts = [Schema.Institution(current.Tenant, whole.Home, await site.ProfileAsync()), .. Schema.Questions(blocks)],
        };
    }

    /// <summary>The page here of an institution below.</summary>
    public PageHead OfInstitution(Tenant tenant, Profile profile) => OfFolder($"institutions/{tenant.Path}", isPart: false, hasFeed: false) with { Facts = [Schema.Institution(tenant, whole.Of(tenant), profile)] };

    /// <summary>A list or another page of ours. Its texts are ours in every language, so each is an address of its own.</summary>
    public PageHead OfFolder(string folder, bool isPart, bool hasFeed = true) => new(whole.In(site.Culture, folder), site.Culture)
    {
        IsPart = isPart, Feed = !hasFeed ? null : whole.In(site.Culture, folder == PageAddresses.NewsFolder ? "feed" : $"feed/{folder}"),
    };

    /// <summary>A text at its own address: one statement, for its translations.</summary>
    public async Task<PageHead> OfItemAsync(ContentItem item, IReadOnlyList<BlockView> blocks)
    {
        var set = item.LocalizationSet;
        var others = await db.ContentItems.Published().Where(i => i.LocalizationSet == set && i.Slug != null).OrderBy(i => i.Culture).Select(i => new { i.Culture, i.Slug }).ToListAsync();
        var list = (await site.ListsAsync()).FirstOrDefault(l => l.Name == item.ContentType);
        var head = new PageHead(whole.In(item.Culture, item.Slug!), item.Culture)
        {
            Translations = others.Count > 1 ? [.. others.Select(o => (o.Culture, whole.In(o.Culture, o.Slug!)))] : [], Image = ImageOf(item),
            Feed = whole.In(site.Culture, list is null or { Name: PageAddresses.News } ? "feed" : $"feed/{list.Folder}"),
            PublishedAt = item.ContentType == PageAddresses.News ? item.PublishedAt : null,
        };
        return head with { Facts = [.. FactsOf(item, head, list), .. Schema.Questions(blocks)] };
    }

    private IEnumerable<JsonObject> FactsOf(ContentItem item, PageHead head, ListedType? list)
    {
        if (head.PublishedAt is not null) yield return Schema.News(item, head, site.NameOf(item.OriginId) ?? current.Tenant.Name);
        if (list is not null) yield return Schema.Way((current.Tenant.Name, whole.In(site.Culture, "")), (list.Title, whole.In(site.Culture, list.Folder)), (item.DisplayText, head.Address));
    }

    private HeadImage? ImageOf(ContentItem? item)
    {
        if (whole.Media(item?.ImagePath, item?.OriginId) is not { } address) return null;
        var picture = site.Picture(item!.ImagePath, item.OriginId);
        return new(address, picture.Width, picture.Height, picture.Text);
    }
}
