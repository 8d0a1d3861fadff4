using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// What went wrong on a page that has only <c>ui-confirm</c>s and buttons; a <c>ui-form</c> says it by itself.
/// <code><![CDATA[<ui-errors />]]></code>
/// </summary>
[HtmlTargetElement("ui-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : UiTag
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var messages = ViewContext.ModelState.Values.SelectMany(field => field.Errors).Select(error => error.ErrorMessage).ToList();
        if (messages.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("div", "alert tone-bad").With("role", "alert").With("tabindex", "-1").With("data-errors", "");
        output.Content.AppendHtml(Picture("error"));
        output.Content.AppendHtml(Markup.Element("div", "alert-body", messages.Select(message => Markup.Element("p", "alert-title", message))));
    }
}
