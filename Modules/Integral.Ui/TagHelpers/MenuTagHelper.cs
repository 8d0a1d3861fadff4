using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A few further actions behind one button; opens without script. Inside: links, <c>ui-button</c>s and <c>ui-confirm</c>s.
/// <code><![CDATA[<ui-menu label="More" icon="more"><a asp-page="Print">Print</a></ui-menu>]]></code>
/// </summary>
[HtmlTargetElement("ui-menu")]
public sealed class MenuTagHelper : UiTag
{
    public required string Label { get; set; }
    public string? Icon { get; set; }
    public ButtonTone Tone { get; set; }
    public bool Small { get; set; }

    /// <summary>The panel keeps to the button's right edge: for menus that stand at the right.</summary>
    public bool AlignEnd { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("details", AlignEnd ? "menu menu-end" : "menu").With("data-menu", "");
        output.PreContent.AppendHtml(Markup.Element("summary", ButtonTagHelper.Css(Tone, Small),
            Icon is null ? null : Picture(Icon), Markup.Element("span", "word", Label), Picture("chevron-down", "chevron")));
        output.PreContent.AppendHtml("<div class=\"menu-panel\">");
        output.PostContent.SetHtmlContent("</div>");
    }
}
