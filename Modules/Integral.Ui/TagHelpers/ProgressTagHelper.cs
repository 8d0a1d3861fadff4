using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// How far long work has come; without a value, that it goes on. With <c>poll</c> it asks that address for its next state: when
/// the server says that <c>live</c> changed, and each second where a browser can't hear that.
/// <code><![CDATA[<ui-progress label="Importing people" value="120" max="400" poll="@Url.Page("Progress", new { id })" live="works/@id" />]]></code>
/// </summary>
[HtmlTargetElement("ui-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTagHelper : UiTag
{
    public required string Label { get; set; }
    public double? Value { get; set; }
    public double Max { get; set; } = 100;

    /// <summary>An address that answers with a ui-progress again, or, when the work is done, with what came of it.</summary>
    public string? Poll { get; set; }

    /// <summary>The topic that tells of it; see <c>ui-live</c>.</summary>
    public string? Live { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = NextId("progress");
        output.Become("div", "progress");
        if (Poll is not null) output.Follow(Live ?? "", Poll, every: 1);
        output.Content.AppendHtml(Markup.Element("div", "progress-head",
            Markup.Element("span", null, Label).With("id", id),
            Value is null ? null : Markup.Element("span", "number", (Max > 0 ? Value.Value / Max : 1).ToString("P0", CultureInfo.CurrentCulture))));
        output.Content.AppendHtml(Markup.Element("progress", null).With("aria-labelledby", id)
            .With("max", Max.ToString(CultureInfo.InvariantCulture)).With("value", Value?.ToString(CultureInfo.InvariantCulture)));
    }
}
