using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>Starts counting columns anew in each row of a ui-table.</summary>
[HtmlTargetElement("tr")]
public sealed class RowTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(TableColumns), out var columns)) return;
        ((TableColumns)columns).Next = 0;
        output.With("role", "row");
        await output.GetChildContentAsync();
    }
}

/// <summary>
/// Gives cells of a ui-table the name of their column, for the phone. <c>number</c> sets figures to the right; <c>typed</c> breaks even one long word, where people write what they like.
/// <code><![CDATA[<td number>@row.Count</td>]]></code>
/// </summary>
[HtmlTargetElement("th", ParentTag = "tr")]
[HtmlTargetElement("td", ParentTag = "tr")]
public sealed partial class CellTagHelper : UiTag
{
    public bool Number { get; set; }
    public bool Typed { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(TableColumns), out var found)) return;
        var columns = (TableColumns)found;
        if (Number || Typed) output.With("class", Number ? "number" : "typed");
        var isTitle = context.TagName == "th" && !output.Attributes.ContainsName("scope");
        if (isTitle)
        {
            var text = WebUtility.HtmlDecode(Tags().Replace((await output.GetChildContentAsync()).GetContent(), "")).Trim();
            columns.Titles.Add(text);
            if (text.Length == 0) output.Content.SetHtmlContent(Markup.Element("span", "visually-hidden", T["Actions"]));
            output.With("scope", "col").With("role", "columnheader");
            return;
        }
        var title = columns.Next < columns.Titles.Count ? columns.Titles[columns.Next] : "";
        columns.Next++;
        output.With("role", context.TagName == "th" ? "rowheader" : "cell").With("data-label", title.Length > 0 ? title : null);
    }

    [GeneratedRegex("<[^>]+>")] private static partial Regex Tags();
}
