using Microsoft.AspNetCore.Mvc.Rendering;
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

    /// <summary>2 for one that stands within a page.</summary>
    public int Level { get; set; } = 1;

    /// <summary>Address of a picture beside the words, and what stands for it.</summary>
    public string? Image { get; set; }
    public string? Alt { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.Become("section", Image is not { Length: > 0 } ? "hero" : "hero hero-pictured");
        output.Content.AppendHtml(Markup.Element("div", "hero-words", Title.Length == 0 ? null : Markup.Element($"h{Level}", null, Title), Text is not { Length: > 0 } ? null : Markup.Element("p", "hero-text", Text),
            more.IsEmptyOrWhiteSpace ? null : Markup.Element("div", "hero-more", more)));
        if (Image is not { Length: > 0 }) return;
        var picture = Markup.Element("img", "hero-image").With("src", Image).With("alt", Alt ?? "");
        picture.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.AppendHtml(picture);
    }
}
