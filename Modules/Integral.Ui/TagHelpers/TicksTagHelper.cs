using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Check boxes under a heading that share their name with others: one list in several groups. <c>ui-choice</c> is for a whole list.
/// <code><![CDATA[<ui-ticks name="Form.Permissions" label="@group.Title" items="group.Items" />]]></code>
/// </summary>
[HtmlTargetElement("ui-ticks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TicksTagHelper : UiTag
{
    public required string Name { get; set; }
    public required string Label { get; set; }
    public required IEnumerable<SelectListItem> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("fieldset", "choice");
        output.Content.AppendHtml(Markup.Element("legend", null, Label));
        output.Content.AppendHtml(Markup.Element("div", "choice-items", Items.Select(item => Markup.Element("label", "tick",
            new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }
                .With("type", "checkbox").With("name", Name).With("value", item.Value).With("checked", item.Selected).With("disabled", item.Disabled),
            Markup.Element("span", null, item.Text)))));
    }
}
