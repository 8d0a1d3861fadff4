using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Written text: what an editor made of Markdown, in a readable width.
/// <code><![CDATA[<ui-prose>@Html.Raw(Model.Body)</ui-prose>]]></code>
/// </summary>
[HtmlTargetElement("ui-prose")]
public sealed class ProseTagHelper : TagHelper
{
    /// <summary>Plain text, shown with the line ends and spaces that were typed.</summary>
    public bool AsTyped { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", AsTyped ? "prose prose-typed" : "prose");
}
