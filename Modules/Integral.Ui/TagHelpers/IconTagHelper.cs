using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A picture of the sprite. With a label it is read out, without one it is decoration.
/// <code><![CDATA[<ui-icon name="bell" label="Has news" />]]></code>
/// </summary>
[HtmlTargetElement("ui-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : UiTag
{
    public required string Name { get; set; }
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Replace(Picture(Name));
        if (Label is not null) output.PostContent.SetHtmlContent(Markup.Element("span", "visually-hidden", Label));
    }
}
