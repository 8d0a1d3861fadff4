using Integral.Content.Previewing;
using Integral.Content.Reading;

namespace Integral.Content.Pages.Content;

/// <summary>A draft for whoever has its link. Search engines are kept away, and nothing of it is cached.</summary>
[AllowAnonymous]
internal sealed class PreviewModel(PreviewLinks links, DraftPreview preview, PublicSite site) : PageModel
{
    public PublicSite Site => site;
    public PreviewedItem Item { get; private set; } = null!;
    public string? Lang => Item.Culture == site.Culture ? null : Item.Culture;

    /// <param name="key">That stands in the link.</param>
    public async Task OnGetAsync(string key)
    {
        Item = await preview.OfAsync(await links.OpenAsync(key));
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-store";
    }
}
