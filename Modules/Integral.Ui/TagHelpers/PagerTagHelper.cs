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
        if (Previous is null && Next is null)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("nav", "pager").With("aria-label", T["Pages of the list"]);
        if (Previous is not null) output.Content.AppendHtml(Markup.Element("a", "button", Picture("arrow-left"), T["Previous"]).With("href", Previous).With("rel", "prev"));
        if (Next is not null) output.Content.AppendHtml(Markup.Element("a", "button", T["Next"], Picture("arrow-right")).With("href", Next).With("rel", "next"));
    }
}
