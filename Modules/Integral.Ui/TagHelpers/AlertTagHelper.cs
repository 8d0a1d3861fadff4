using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A message within the page.
/// <code><![CDATA[<ui-alert tone="Warn" title="The period is closed">Marks can be read but not changed.</ui-alert>]]></code>
/// </summary>
[HtmlTargetElement("ui-alert")]
public sealed class AlertTagHelper : UiTag
{
    public Tone Tone { get; set; } = Tone.Info;
    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.Become("div", $"alert {Tones.Css(Tone)}").With("role", Tone == Tone.Bad ? "alert" : "note");
        output.Content.AppendHtml(Picture(Tones.Picture(Tone)));
        output.Content.AppendHtml(Markup.Element("div", "alert-body", Title is null ? null : Markup.Element("p", "alert-title", Title), text));
    }
}
