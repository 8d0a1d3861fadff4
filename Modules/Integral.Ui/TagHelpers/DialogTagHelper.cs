using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Something short over the page, opened by <c>ui-button opens="id"</c>; without script it unfolds where it stands.
/// <code><![CDATA[<ui-dialog id="invite" title="Invite"><ui-form>…</ui-form></ui-dialog>]]></code>
/// </summary>
[HtmlTargetElement("ui-dialog")]
public sealed class DialogTagHelper : UiTag
{
    public required string Id { get; set; }
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("dialog", "dialog").With("id", Id).With("aria-labelledby", $"{Id}-title");
        output.PreContent.SetHtmlContent(Markup.Element("div", "dialog-head",
            Markup.Element("h2", null, Title).With("id", $"{Id}-title"),
            Markup.Element("a", "button button-quiet button-small", Picture("x"), Markup.Element("span", "visually-hidden", T["Close"]))
                .With("href", "#").With("role", "button").With("data-closes-dialog", "")));
    }
}
