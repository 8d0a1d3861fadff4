using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// The opening of a public page: what this place is and what one came for.
/// <code><![CDATA[<ui-hero title="Your child's school, in one place" text="…"><ui-search action="~/search" /></ui-hero>]]></code>
/// </summary>
[HtmlTargetElement("ui-hero")]
public sealed class HeroTagHelper : UiTag
{
    public required string Title { get; set; }
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.Become("section", "hero");
        output.Content.AppendHtml(Markup.Element("h1", null, Title));
        if (Text is not null) output.Content.AppendHtml(Markup.Element("p", "hero-text", Text));
        if (!more.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Markup.Element("div", "hero-more", more));
    }
}
