using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Rows of things that can be opened.
/// <code><![CDATA[<ui-list><ui-item title="@news.Title" meta="@news.Day" asp-page="Show" asp-route-id="@news.Id"><p>…</p></ui-item></ui-list>]]></code>
/// </summary>
[HtmlTargetElement("ui-list")]
public sealed class ListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", "list");
}

/// <summary>A row of a <c>ui-list</c>: title, meta line, text inside, a badge or another word at its end.</summary>
[HtmlTargetElement("ui-item")]
public sealed class ItemTagHelper : UiLink
{
    public required string Title { get; set; }
    public string? Meta { get; set; }
    public string? Icon { get; set; }
    public string? Badge { get; set; }
    public Tone BadgeTone { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var target = Target();
        output.Become("li", target is null ? "item" : "item item-link");
        if (Icon is not null) output.Content.AppendHtml(Picture(Icon));
        output.Content.AppendHtml(Markup.Element("div", "item-main",
            Markup.Element("div", "item-title", target is null ? Title : Markup.Element("a", null, Title).With("href", target)),
            Meta is null ? null : Markup.Element("div", "item-meta", Meta),
            text.IsEmptyOrWhiteSpace ? null : Markup.Element("div", "item-text", text)));
        if (!string.IsNullOrEmpty(Badge))       // a Razor expression that is null arrives as an empty text
            output.Content.AppendHtml(Markup.Element("div", "item-end", Markup.Element("span", $"badge {Tones.Css(BadgeTone)}",
                BadgeTone == Tone.Neutral ? null : Picture(Tones.Picture(BadgeTone)), Badge)));
    }
}
