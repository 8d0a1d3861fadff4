using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A row of buttons: beside the heading directly inside <c>ui-page</c> or <c>ui-section</c>, otherwise where it stands.
/// <code><![CDATA[<ui-actions><ui-button asp-page="Edit" icon="plus">Add</ui-button></ui-actions>]]></code>
/// </summary>
[HtmlTargetElement("ui-actions")]
public sealed class ActionsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", "actions");
}
