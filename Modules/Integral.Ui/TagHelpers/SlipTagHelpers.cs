using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Slips of paper to be printed, cut apart and handed out; the lines to cut along are drawn.
/// <code><![CDATA[<ui-slips><ui-slip title="@name"><ui-pair name="@T["Login"]">…</ui-pair></ui-slip></ui-slips>]]></code>
/// </summary>
[HtmlTargetElement("ui-slips")]
public sealed class SlipsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", "slips");
}

/// <summary>One of the <c>ui-slips</c>: whose it is, what stands on it (<c>ui-pair</c>s), and a word to the receiver.</summary>
[HtmlTargetElement("ui-slip")]
public sealed class SlipTagHelper : UiTag
{
    public required string Title { get; set; }
    public string? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var pairs = await output.GetChildContentAsync();
        output.Become("section", "slip");
        output.Content.AppendHtml(Markup.Element("h2", "slip-title", Title));
        output.Content.AppendHtml(Markup.Element("dl", "pairs", pairs));
        if (Note is not null) output.Content.AppendHtml(Markup.Element("p", "slip-note", Note));
    }
}
