using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Nothing is here: the title says why, the action inside is the next step.
/// <code><![CDATA[<ui-empty icon="news" title="No news yet" text="What you publish appears on the first page."><ui-button asp-page="Edit">…</ui-button></ui-empty>]]></code>
/// </summary>
[HtmlTargetElement("ui-empty")]
public sealed class EmptyTagHelper : UiTag
{
    public required string Title { get; set; }
    public string? Text { get; set; }
    public string Icon { get; set; } = "list";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var next = await output.GetChildContentAsync();
        output.Become("div", "empty");
        output.Content.AppendHtml(Picture(Icon, "icon-large"));
        output.Content.AppendHtml(Markup.Element("p", "alert-title", Title));
        if (Text is not null) output.Content.AppendHtml(Markup.Element("p", null, Text));
        if (!next.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Markup.Element("div", "actions", next));
    }
}
