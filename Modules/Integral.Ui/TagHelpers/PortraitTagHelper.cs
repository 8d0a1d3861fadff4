using Integral.Ui.Faces;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Somebody's photo, or their initials where there is none. Small beside the name in a list; large on their own page.
/// <code><![CDATA[<ui-portrait name="@row.Name" photo="@Model.PhotoOf(row)" />]]></code>
/// </summary>
[HtmlTargetElement("ui-portrait", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PortraitTagHelper : UiTag
{
    public required string Name { get; set; }

    /// <summary>Address of the photo; null or empty (what Razor makes of null) where there is none.</summary>
    public string? Photo { get; set; }
    public bool Large { get; set; }

    // Beside the name a list says it once. Initials are drawn by the style sheet: they are no part of the text.
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", Large ? "portrait portrait-large" : "portrait");
        if (string.IsNullOrEmpty(Photo)) output.With("data-initials", Face.Initials(Name)).With("aria-hidden", "true");
        else output.Content.SetHtmlContent(new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing }.With("src", Address(Photo)).With("alt", Large ? Name : "").With("loading", "lazy"));
    }
}
