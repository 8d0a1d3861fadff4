using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Integral.Content.Pages.Content;

/// <summary>A page or a piece of news at its own address. Every other page of the system goes before it.</summary>
[AllowAnonymous, OutputCache(PolicyName = CachePolicies.Public)]
internal sealed class ShowModel(Db db, PublicSite site) : PageModel
{
    private const int MostContained = 50;

    public PublicSite Site => site;
    public ContentItem Item { get; private set; } = null!;
    public IReadOnlyList<ItemRow> Contained { get; private set; } = [];
    public bool IsNews => Item.ContentType == PageAddresses.News;

    /// <summary>The institution above that published it for this one too.</summary>
    public string? Origin => site.NameOf(Item.OriginId);

    /// <summary>The text's language where it isn't the reader's.</summary>
    public string? Lang => Item.Culture == site.Culture ? null : Item.Culture;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var items = db.ContentItems.Published();
        Item = await FindAsync(items, slug.Trim('/').ToLowerInvariant());
        if (Lang is not null && await TranslationAsync(items) is { } translation) return LocalRedirect(new PathString(site.To(translation)).ToUriComponent());
        if (Item.IsList)
            Contained = await items.Where(i => i.ListId == Item.ContentItemId && i.Slug != null).NewestFrom(null).Take(MostContained).Select(ItemRow.Of).ToListAsync();
        return Page();
    }

    private async Task<ContentItem> FindAsync(IQueryable<ContentItem> items, string slug)
    {
        var found = slug.Length is > 0 and <= 300 ? await items.Where(i => i.Slug == slug).ToListAsync() : [];
        return found.Find(i => i.Culture == site.Culture) ?? found.Find(i => i.Culture == site.Own) ?? found.FirstOrDefault() ?? throw new NotFoundException();
    }

    // The same text has another address in the reader's language.
    private async Task<string?> TranslationAsync(IQueryable<ContentItem> items)
    {
        var (set, culture) = (Item.LocalizationSet, site.Culture);
        return await items.Where(i => i.LocalizationSet == set && i.Culture == culture && i.Slug != null).Select(i => i.Slug).FirstOrDefaultAsync();
    }
}
