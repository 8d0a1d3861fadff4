using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A table written plainly inside. On a phone each row becomes a card that names its columns; the heading stays in sight.
/// <code><![CDATA[<ui-table caption="People"><thead><tr><th>Name</th></tr></thead><tbody><tr><td>…</td></tr></tbody></ui-table>]]></code>
/// </summary>
[HtmlTargetElement("ui-table")]
public sealed class TableTagHelper : UiTag
{
    public required string Caption { get; set; }

    /// <summary>The caption is only read out: the heading above says the same.</summary>
    public bool HideCaption { get; set; }

    /// <summary>For wide or long tables that scroll within their frame, on a phone too.</summary>
    public bool Scroll { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(TableColumns)] = new TableColumns();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.Become("div", Scroll ? "table-frame table-tall" : "table-frame table-cards");
        if (Scroll) output.With("tabindex", "0").With("role", "region").With("aria-label", Caption);
        output.Content.SetHtmlContent(Markup.Element("table", "table",
            Markup.Element("caption", HideCaption ? "visually-hidden" : null, Caption), rows).With("role", "table"));
    }
}

/// <summary>The headings of the table being written, and the column its current row has come to.</summary>
internal sealed class TableColumns
{
    public List<string> Titles { get; } = [];
    public int Next { get; set; }
}
