using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A dangerous action: a button that asks once more, then posts. Without script it posts at once, so the action should be undoable.
/// <code><![CDATA[<ui-confirm label="Delete" icon="trash" title="Delete this person?" text="…" asp-page-handler="Delete" asp-route-id="@id" />]]></code>
/// </summary>
[HtmlTargetElement("ui-confirm")]
public sealed class ConfirmTagHelper : UiLink
{
    /// <summary>What the button says, and again the button that agrees.</summary>
    public required string Label { get; set; }
    public required string Title { get; set; }
    public string? Text { get; set; }
    public string? Icon { get; set; }
    public ButtonTone Tone { get; set; } = ButtonTone.Danger;
    public bool Small { get; set; }

    /// <summary>Content is sent along: hidden fields, or a reason to be filled in within the dialog.</summary>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        var id = NextId("confirm");
        output.Become("form", "confirm").With("method", "post").With("action", Target()).With("data-confirm", id)
            .With("novalidate", ""); // what is required in the closed dialog would stop the first press
        output.Content.AppendHtml(Token());
        output.Content.AppendHtml(Markup.Element("button", ButtonTagHelper.Css(Tone, Small), Icon is null ? null : Picture(Icon), Label).With("type", "submit"));
        output.Content.AppendHtml(Markup.Element("dialog", "dialog",
            Markup.Element("h2", null, Title).With("id", $"{id}-title"),
            Text is null ? null : Markup.Element("p", null, Text).With("id", $"{id}-text"),
            more,
            Markup.Element("div", "actions",
                Markup.Element("button", "button", T["Cancel"]).With("type", "button").With("data-closes-dialog", ""),
                Markup.Element("button", "button button-danger", Label).With("type", "submit").With("data-agreed", "")))
            .With("id", id).With("aria-labelledby", $"{id}-title").With("aria-describedby", Text is null ? null : $"{id}-text"));
    }
}
