using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A page with single keys: every button or link with <c>data-key="KeyN"</c> (a code as browsers name keys, whatever alphabet is set) is pressed by its key, unless
/// somebody writes. The button shows which there are and switches them off. Only with script.
/// <code><![CDATA[<ui-keys rows="true" /> … <ui-button data-key="KeyN" asp-page="Next">Next</ui-button>]]></code>
/// </summary>
[HtmlTargetElement("ui-keys", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeysTagHelper : UiTag
{
    /// <summary>The rows of the table in the form with <c>data-keys-rows</c> are walked with J and K and chosen with X.</summary>
    public bool Rows { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = NextId("keys");
        output.Become("div", "keys").With("data-keys", "").With("hidden", "");
        output.Content.AppendHtml(Markup.Element("button", "button button-quiet", Picture("list"), T["Keys"]).With("type", "button").With("data-opens", id));
        output.Content.AppendHtml(Markup.Element("dialog", "dialog",
            Markup.Element("h2", null, T["Keys of this page"]).With("id", $"{id}-title"),
            Markup.Element("ul", "keys-list", Rows ? [Key("J", T["The next line"]), Key("K", T["The line before"]), Key("X", T["Choose the line"])] : []).With("data-keys-list", ""),
            Markup.Element("label", "tick", new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }.With("type", "checkbox").With("data-keys-on", "").With("autocomplete", "off"), Markup.Element("span", null, T["Use these keys"])),
            Markup.Element("div", "actions", Markup.Element("button", "button", T["Close"]).With("type", "button").With("data-closes-dialog", "")))
            .With("id", id).With("aria-labelledby", $"{id}-title"));
    }

    private static TagBuilder Key(string key, string does) => Markup.Element("li", null, Markup.Element("kbd", null, key), " ", does);
}
