using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// The way from the top of a site to a page, above its title: what it stands under, without itself.
/// <code><![CDATA[<ui-trail label="You are here"><li><a href="~/">Front page</a></li><li><a href="~/about">About us</a></li></ui-trail>]]></code>
/// </summary>
[HtmlTargetElement("ui-trail")]
public sealed class TrailTagHelper : TagHelper
{
    /// <summary>What it is called for those who don't see it.</summary>
    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.Become("nav", "trail").With("aria-label", Label);
        output.Content.SetHtmlContent(Markup.Element("ol", null, inner));
    }
}
