using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A figure with what it counts; with an address it opens the list behind it.
/// <code><![CDATA[<ui-stat number="@Model.New" label="New applications" hint="since yesterday" asp-page="/Admin/Applications/Index" />]]></code>
/// </summary>
[HtmlTargetElement("ui-stat")]
public sealed class StatTagHelper : UiLink
{
    public required object Number { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var target = Target();
        output.Become(target is null ? "div" : "a", "stat").With("href", target);
        var number = Number is int or long ? ((IFormattable)Number).ToString("N0", null) : Number.ToString();
        output.Content.AppendHtml(Markup.Element("span", "stat-number", number));
        output.Content.AppendHtml(Markup.Element("span", "stat-label", Label));
        if (Hint is not null) output.Content.AppendHtml(Markup.Element("span", "stat-hint", Hint));
    }
}
