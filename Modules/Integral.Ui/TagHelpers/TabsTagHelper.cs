using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Sides of one thing, each a page with its own address.
/// <code><![CDATA[<ui-tabs label="Person"><ui-tab asp-page="Show" asp-route-id="@id">Overview</ui-tab></ui-tabs>]]></code>
/// </summary>
[HtmlTargetElement("ui-tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("nav", "tabs").With("aria-label", Label);
        output.PreContent.SetHtmlContent("<ul>");
        output.PostContent.SetHtmlContent("</ul>");
    }
}

/// <summary>One of the <c>ui-tabs</c>; the page being shown is marked by itself unless <c>current</c> says otherwise.</summary>
[HtmlTargetElement("ui-tab")]
public sealed class TabTagHelper : UiLink
{
    public bool? Current { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var target = Target();
        output.Replace(Markup.Element("li", null,
            Markup.Element("a", null, text).With("href", target).With("aria-current", Current ?? IsHere(target) ? "page" : null)));
    }
}
