using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A page with its heading. A <c>ui-actions</c> directly inside stands beside the heading.
/// <code><![CDATA[<ui-page title="Vacancies" lead="Jobs at our school" back="~/Admin/Index">…</ui-page>]]></code>
/// </summary>
[HtmlTargetElement("ui-page")]
public sealed class PageTagHelper : UiTag
{
    /// <summary>Left out only where a <c>ui-hero</c> is the heading.</summary>
    public string? Title { get; set; }
    public string? Lead { get; set; }

    /// <summary>Address of the page above this one.</summary>
    public string? Back { get; set; }
    public string? BackText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        output.Become("div", "page");
        if (IsRefusalUnsaid) output.PreElement.AppendHtml(Refusal());      // by a button that stands in no form of its own
        if (Title is null) return;
        ViewContext.ViewData["Title"] ??= Title;
        output.PreContent.SetHtmlContent(Markup.Element("header", "page-head",
            string.IsNullOrEmpty(Back) ? null : Markup.Element("a", "back", Picture("arrow-left"), BackText ?? T["Back"]).With("href", Address(Back)),
            Markup.Element("h1", null, Title),
            string.IsNullOrEmpty(Lead) ? null : Markup.Element("p", "lead", Lead)));
    }
}
