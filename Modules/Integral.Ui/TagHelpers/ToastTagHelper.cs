using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// What was just done, with a button that takes it back. Layouts show <see cref="Flash"/> with it; a partial answer may too.
/// <code><![CDATA[<ui-toast tone="Good" undo="@Url.Page("Undo", new { id })">The person is in the bin.</ui-toast>]]></code>
/// </summary>
[HtmlTargetElement("ui-toast")]
public sealed class ToastTagHelper : UiTag
{
    public Tone Tone { get; set; } = Tone.Good;

    /// <summary>Address to which the undo form is posted.</summary>
    public string? Undo { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.Become("div", $"alert flash {Tones.Css(Tone)}").With("role", Tone == Tone.Bad ? "alert" : "status").With("data-dismissible", "");
        output.Content.AppendHtml(Picture(Tones.Picture(Tone)));
        output.Content.AppendHtml(Markup.Element("div", "alert-body", text));
        output.Content.AppendHtml(Markup.Element("div", "alert-end",
            string.IsNullOrEmpty(Undo) ? null : Markup.Element("form", null, Token(),
                Markup.Element("button", "button button-small", Picture("undo"), T["Undo"])).With("method", "post").With("action", Undo),
            Markup.Element("button", "button button-quiet button-small", Picture("x"), Markup.Element("span", "visually-hidden", T["Hide the message"]))
                .With("type", "button").With("data-dismiss", "")));
    }
}
