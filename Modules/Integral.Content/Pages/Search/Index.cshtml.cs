using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Content.Searching;
using Integral.Platform.Search;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Search;

/// <summary>Finds what is published on the site; those who write find their drafts too. It isn't cached: there are more questions than pages.</summary>
[AllowAnonymous]
internal sealed class IndexModel(FoundItems found, PublicSite site, Texts texts, Current current) : PageModel
{
    private const int PageSize = 10;

    [BindProperty(SupportsGet = true), Display(Name = "What are you looking for?")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Kind")] public string? Type { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Published from"), DataType(DataType.Date)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Published until"), DataType(DataType.Date)] public DateOnly? To { get; set; }

    /// <summary>Part of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)] public int Part { get; set; } = 1;

    public FoundPage Found { get; private set; } = FoundPage.Nothing;
    public string Base => current.Base;
    public PublicSite Site => site;
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];
    public bool IsAsked => !string.IsNullOrWhiteSpace(Q);
    public string? Previous => Part > 1 ? PartAt(Part - 1) : null;
    public string? Next => Part * PageSize < Found.All ? PartAt(Part + 1) : null;
    public bool HasMore => Found.All == SiteSearch.MostHits;

    public async Task OnGetAsync()
    {
        Part = Math.Clamp(Part, 1, SiteSearch.MostHits / PageSize);
        Kinds = [.. (await site.ListsAsync()).Where(l => l.IsFilled).Select(l => new SelectListItem(l.Title, l.Name)), new(texts["Pages"], PageAddresses.Page)];
        if (IsAsked) Found = await found.FindAsync(new(Q, string.IsNullOrEmpty(Type) ? null : Type, From, To), (Part - 1) * PageSize, PageSize);
    }

    /// <summary>Encoded, with the words that were found marked.</summary>
    public static IHtmlContent Marked(Passage passage)
    {
        var html = new HtmlContentBuilder();
        foreach (var part in passage.Parts)
        {
            if (part.IsFound) html.AppendHtml("<mark>").Append(part.Text).AppendHtml("</mark>");
            else html.Append(part.Text);
        }
        return html;
    }

    private string PartAt(int part) => Url.Page(null, new { Q, Type, From, To, Part = part })!;
}
