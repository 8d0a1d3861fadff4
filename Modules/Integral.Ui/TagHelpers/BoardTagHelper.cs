using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Columns beside each other, of cards; they scroll sideways where there isn't room.
/// <code><![CDATA[<ui-board label="Inbox"><ui-column title="To be looked through" count="12"><ui-card title="…" /></ui-column></ui-board>]]></code>
/// </summary>
[HtmlTargetElement("ui-board")]
public sealed class BoardTagHelper : TagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become("div", "board").With("role", "region").With("aria-label", Label).With("tabindex", "0");      // what scrolls is reached by keyboard
}

/// <summary>One of a <c>ui-board</c>.</summary>
[HtmlTargetElement("ui-column")]
public sealed class ColumnTagHelper : UiTag
{
    public required string Title { get; set; }

    /// <summary>How many there are, on the cards that are shown and beyond.</summary>
    public required string Count { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = NextId("column");
        output.Become("section", "board-column").With("aria-labelledby", id);
        output.PreContent.SetHtmlContent(Markup.Element("h2", "board-title", Title, " ", Markup.Element("span", "board-count", Count)).With("id", id));
    }
}
