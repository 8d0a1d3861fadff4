using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// To the next and previous part of a long list; shows nothing when all of it is here.
/// <code><![CDATA[<ui-pager previous="@Model.Previous" next="@Model.Next" />]]></code>
/// </summary>
[HtmlTargetElement("ui-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : UiTag
{
    public string? Previous { get; set; }
    public string? Next { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A Razor expression that is null arrives as an empty text.
        var (previous, next) = (string.IsNullOrEmpty(Previous) ? null : Previous, string.IsNullOrEmpty(Next) ? null : Next);
        if (previous is null && next is null)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("nav", "pager").With("aria-label", T["Pages of the list"]);
        if (previous is not null) output.Content.AppendHtml(Markup.Element("a", "button", Picture("arrow-left"), T["Previous"]).With("href", previous).With("rel", "prev"));
        if (next is not null) output.Content.AppendHtml(Markup.Element("a", "button", T["Next"], Picture("arrow-right")).With("href", next).With("rel", "next"));
    }
}
