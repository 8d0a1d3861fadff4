using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// What a reader is asked to do, with a button for it.
/// <code><![CDATA[<ui-callout title="Enrolment is open" text="Until 30 June."><ui-button tone="Primary" href="~/apply">Apply</ui-button></ui-callout>]]></code>
/// </summary>
[HtmlTargetElement("ui-callout")]
public sealed class CalloutTagHelper : UiTag
{
    public required string Title { get; set; }
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        output.Become("section", "callout");
        output.Content.AppendHtml(Markup.Element("div", null, Title.Length == 0 ? null : Markup.Element("h2", null, Title), Text is not { Length: > 0 } ? null : Markup.Element("p", null, Text)));
        if (!more.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Markup.Element("div", "actions", more));
    }
}
