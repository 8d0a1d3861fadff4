using Integral.Ui.Faces;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>What a tag that leads somewhere understands: <c>href</c>, or <c>asp-page</c> with <c>asp-page-handler</c> and <c>asp-route-*</c>.</summary>
public abstract class UiLink : UiTag
{
    /// <summary>An address; <c>~/</c> stands for the institution's root.</summary>
    public string? Href { get; set; }

    [HtmlAttributeName("asp-page")] public string? Page { get; set; }
    [HtmlAttributeName("asp-page-handler")] public string? Handler { get; set; }
    [HtmlAttributeName("asp-all-route-data", DictionaryAttributePrefix = "asp-route-")]
    public IDictionary<string, string> Route { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where it leads, this page where only values are said; null where nothing is, and when the page isn't there.</summary>
    private protected string? Target()
    {
        if (Href is not null) return Address(Href);
        return Page is null && Handler is null && Route.Count == 0 || Url.Page(Page, Handler, Route) is not { } path ? null : Get<Face>().InThisLanguage(path);
    }

    /// <summary>Is this the page that is being shown?</summary>
    private protected bool IsHere(string? target) => target is not null && target.Split('?', '#')[0] == Get<Face>().Path;
}
