using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// What most people never need, folded away; opens without script. It stands open when something in it is wrong.
/// <code><![CDATA[<ui-more title="Address and search engines"><ui-field for="Form.Path" /></ui-more>]]></code>
/// </summary>
[HtmlTargetElement("ui-more")]
public sealed class MoreTagHelper : UiTag
{
    public required string Title { get; set; }
    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = (await output.GetChildContentAsync()).GetContent();
        output.Become("details", "more-fold").With("open", Open || inner.Contains("aria-invalid", StringComparison.Ordinal) ? "" : null);
        output.Content.AppendHtml(Markup.Element("summary", null, Picture("chevron-right"), Markup.Element("span", null, Title)));
        output.Content.AppendHtml("<div class=\"more-inner\">").AppendHtml(inner).AppendHtml("</div>");
    }
}
