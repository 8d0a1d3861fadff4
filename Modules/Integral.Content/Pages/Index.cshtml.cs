using Integral.Content.Blocks;
using Integral.Content.Data;
using Integral.Content.Profiles;
using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Platform.Navigation;
using Integral.Platform.Web;
using Microsoft.AspNetCore.OutputCaching;

namespace Integral.Content.Pages;

/// <summary>The front page: who we are, our institutions, the latest news. Two statements; the rest is in memory.</summary>
[AllowAnonymous, OutputCache(PolicyName = CachePolicies.Public)]
internal sealed class IndexModel(Db db, Current current, PublicSite site, PageBlocks blocks, Catalogue catalogue, PageSources sources) : PageModel
{
    private const int MostNews = 6, MostContained = 50;

    public PublicSite Site => site;
    public ContentItem? Intro { get; private set; }
    public string Title => Intro?.DisplayText ?? current.Tenant.Name;
    public string? Lead => Intro?.Summary is { Length: > 0 } summary ? summary : null;
    public string? Lang => Intro is null || Intro.Culture == site.Culture ? null : Intro.Culture;
    public IReadOnlyList<Tenant> Institutions { get; private set; } = [];
    public IReadOnlyList<ItemRow> News { get; private set; } = [];

    /// <summary>Where the authors have arranged the page, they say what stands on it.</summary>
    public IReadOnlyList<BlockView> Blocks { get; private set; } = [];

    /// <summary>Where the front page is a list, such as a blog.</summary>
    public IReadOnlyList<ItemRow> Contained { get; private set; } = [];
    public IReadOnlyList<PublicLink> Links { get; private set; } = [];
    public Profile Profile { get; private set; } = Profile.Empty;

    /// <summary>A school has lessons behind the door; an office has work.</summary>
    public bool IsSchool => current.Tenant.Kind is TenantKind.School or TenantKind.Kindergarten or TenantKind.Centre;

    /// <summary>Where the door leads; null where no module has one.</summary>
    public string? Door => Url.Page(current.Account is null ? "/Account/SignIn" : "/Cabinet/Index");

    public async Task OnGetAsync()
    {
        var items = db.ContentItems.Published();
        var (culture, own) = (site.Culture, site.Own);
        Intro = await items.Where(i => i.Slug == "" && (i.Culture == culture || i.Culture == own)).OrderByDescending(i => i.Culture == culture).FirstOrDefaultAsync();
        sources.Show(Intro is null ? [] : [Intro.ContentItemId]);
        Institutions = [.. catalogue.Children(current.Tenant).Running()];
        Blocks = await blocks.ReadAsync(Intro);
        if (Blocks.Count == 0) await ReadUsualAsync(items, culture, own);
        if (Intro is { IsList: true, ContentItemId: var list })
            Contained = await items.Where(i => i.ListId == list && i.Slug != null).NewestFrom(null).Take(MostContained).Select(ItemRow.Of).ToListAsync();
    }

    private async Task ReadUsualAsync(IQueryable<ContentItem> items, string culture, string own)
    {
        sources.Show(PageAddresses.News);
        News = await items.Where(i => i.ContentType == PageAddresses.News && i.Slug != null).ReadableIn(culture, own)
            .NewestFrom(null).Take(MostNews).Select(ItemRow.Of).ToListAsync();
        var news = site.To(PageAddresses.NewsFolder);
        Links = [.. (await site.LinksAsync()).SelectMany(l => l.Below.Prepend(l)).Concat(await site.FilledListsAsync()).Where(l => l.Leads && l.Href != news).DistinctBy(l => l.Href)];
        Profile = await site.ProfileAsync();
    }
}
