using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Short fields beside each other where there is room.
/// <code><![CDATA[<ui-fields><ui-field for="Form.From" /><ui-field for="Form.To" /></ui-fields>]]></code>
/// </summary>
[HtmlTargetElement("ui-fields")]
public sealed class FieldsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", "fields");
}
