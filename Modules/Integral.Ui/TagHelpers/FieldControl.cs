using System.Net;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>The control inside a ui-field. Attributes the tag doesn't know (<c>min</c>, <c>step</c>, <c>accept</c>, <c>multiple</c> …) go to it as they are.</summary>
internal sealed class FieldControl(FieldTagHelper tag, FieldState field, TagHelperAttributeList others, Func<string, TagBuilder> icon)
{
    public TagBuilder Of(string kind, bool hasHint, Texts texts)
    {
        var control = kind switch
        {
            "textarea" or "markdown" => Markup.Element("textarea", "input", "\n" + field.Value(kind)).With("rows", (tag.Rows ?? 5).ToString(CultureInfo.InvariantCulture)),
            "select" => Select(texts),
            "checkbox" => Input(kind).With("value", "true").With("checked", field.IsOn),
            "password" or "file" => Input(kind),
            "colour" => Input("text").With("value", field.Value(kind)).With("maxlength", "7").With("spellcheck", "false"),
            _ => Input(kind).With("value", field.Value(kind)),
        };
        var isText = kind is "text" or "textarea" or "markdown" or "email" or "password" or "tel" or "url" or "search";
        // What the page computed comes encoded, and is encoded again with the control.
        foreach (var other in others) control.Attributes[other.Name] = (other.Value is IHtmlContent ? WebUtility.HtmlDecode($"{other.Value}") : $"{other.Value}") ?? "";
        var whole = Described(control, hasHint).With("id", field.Id).With("name", field.Name)
            .With("maxlength", isText ? field.MaxLength?.ToString(CultureInfo.InvariantCulture) : null)
            .With("autocomplete", tag.Autocomplete).With("placeholder", kind == "select" ? null : tag.Placeholder)
            .With("disabled", tag.Disabled).With("readonly", tag.Readonly);
        return kind switch
        {
            "colour" => Markup.Element("div", "colour", whole, Picker(texts)),
            "markdown" => Markup.Element("div", null, MarkdownBar(texts), whole.With("data-markdown", "")),
            _ => whole,
        };
    }

    // Hidden until script is there: every button only writes marks that can be typed as well.
    private TagBuilder MarkdownBar(Texts texts)
    {
        (string Does, string Icon, string Label, string? Example)[] buttons =
        [
            ("bold", "bold", texts["Bold (Ctrl+B)"], texts["bold text"]), ("italic", "italic", texts["Italic (Ctrl+I)"], texts["italic text"]),
            ("heading", "heading", texts["Heading"], null), ("subheading", "subheading", texts["Smaller heading"], null),
            ("list", "list", texts["List"], null), ("numbers", "numbers", texts["Numbered list"], null), ("quote", "quote", texts["Quotation"], null),
            ("link", "link", texts["Link (Ctrl+K)"], texts["text of the link"]), ("table", "table", texts["Table"], texts["Column"]),
        ];
        return Markup.Element("div", "markdown-bar", buttons.Select(b => Markup.Element("button", "button button-quiet button-small", icon(b.Icon))
                .With("type", "button").With("data-markdown-does", b.Does).With("data-example", b.Example).With("aria-label", b.Label).With("title", b.Label)))
            .With("role", "toolbar").With("aria-label", texts["{0}: marks", field.Label]).With("data-markdown-of", field.Id).With("aria-controls", field.Id).With("hidden", "");
    }

    // Sends nothing itself: script lets it write into the text field, which also holds 'none'.
    private TagBuilder Picker(Texts texts)
    {
        var picker = Markup.Element("input", "colour-picker").With("type", "color").With("value", field.Value("colour") is { Length: 7 } value ? value : "#808080")
            .With("data-colour-of", field.Id).With("aria-label", texts["{0}: choose from a palette", texts[field.Label]]);
        picker.TagRenderMode = TagRenderMode.SelfClosing;
        return picker;
    }

    public static TagBuilder Hidden(string name, string value) =>
        Markup.Element("input", null).With("type", "hidden").With("name", name).With("value", value);

    private TagBuilder Described(TagBuilder control, bool hasHint)
    {
        var descriptions = string.Join(' ', new[] { field.Errors.Count > 0 ? field.ErrorId : null, hasHint ? field.HintId : null }.Where(id => id is not null));
        return control.With("aria-describedby", descriptions.Length > 0 ? descriptions : null)
            .With("aria-invalid", field.Errors.Count > 0 ? "true" : null)
            .With("required", field.IsRequired && !tag.Disabled);
    }

    private static TagBuilder Input(string kind)
    {
        var input = Markup.Element("input", kind switch
        {
            "checkbox" => null,
            "date" or "time" or "number" or "datetime-local" => "input input-short",
            _ => "input",
        }).With("type", kind);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return kind == "number" ? input.With("step", "any").With("inputmode", "decimal") : input;
    }

    private TagBuilder Select(Texts texts)
    {
        var chosen = field.Chosen;
        var items = tag.Items ?? field.Members(texts);
        var nothing = field.IsMany || field.IsRequired && chosen.Count > 0 || items.Any(item => string.IsNullOrEmpty(item.Value))
            ? null
            : Markup.Element("option", null, tag.Placeholder ?? texts["Choose…"]).With("value", "");
        return Markup.Element("select", "input", items.Select(item => Markup.Element("option", null, item.Text)
                .With("value", item.Value ?? item.Text).With("selected", chosen.Contains(item.Value ?? item.Text) || chosen.Count == 0 && item.Selected)
                .With("disabled", item.Disabled)).Prepend(nothing))
            .With("multiple", field.IsMany);
    }
}
