using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A labelled field with its hint and its errors. What it is, it reads from the property: type, [Display], [Required], [StringLength], [DataType].
/// <code><![CDATA[<ui-field for="Form.Email" hint="We write only when it matters." autocomplete="email" />  <ui-field for="Form.SchoolId" items="Model.Schools" />]]></code>
/// </summary>
[HtmlTargetElement("ui-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : UiTag
{
    public ModelExpression? For { get; set; }

    /// <summary>In place of a property: a field described by data.</summary>
    public FieldInput? Input { get; set; }

    /// <summary>Translated text; without one, the property's [Display(Name)] goes through the translator.</summary>
    public string? Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>Overrules what the property's type says: <c>password</c>, <c>file</c>, <c>textarea</c>, <c>colour</c> …</summary>
    public string? Type { get; set; }
    public int? Rows { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }
    public string? Autocomplete { get; set; }

    /// <summary>Of a select, what stands for no choice.</summary>
    public string? Placeholder { get; set; }
    public bool Disabled { get; set; }
    public bool Readonly { get; set; }

    /// <summary>Sends the form as soon as another value is chosen.</summary>
    public bool SendOnChange { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.Of(ViewContext, For, Input);
        var hint = Hint ?? Input?.Hint ?? (field.Description is null ? null : T[field.Description]);
        var kind = Type ?? (Items is not null ? "select" : Rows is not null ? "textarea" : field.Kind);
        var label = Label ?? Input?.Label ?? T[field.Label];
        Rows ??= Input?.Rows;
        var control = new FieldControl(this, field, output.Attributes, name => Picture(name)).Of(kind, hint is not null, T);

        output.Attributes.Clear();
        output.Become("div", "field").With("data-send-on-change", SendOnChange ? "" : null);
        output.Content.AppendHtml(kind == "checkbox" ? Markup.Element("label", "tick", control, Markup.Element("span", null, label)) : LabelOf(field, label));
        if (kind == "checkbox") output.Content.AppendHtml(FieldControl.Hidden(field.Name, "false"));
        else output.Content.AppendHtml(control);
        if (field.Errors.Count > 0) output.Content.AppendHtml(Errors(field));
        if (hint is not null) output.Content.AppendHtml(Markup.Element("p", "field-hint", hint).With("id", field.HintId));
    }

    private TagBuilder Errors(FieldState field) =>
        Markup.Element("p", "field-error", Picture("error"), string.Join(" ", field.Errors)).With("id", field.ErrorId);

    private static TagBuilder LabelOf(FieldState field, string label) => Markup.Element("label", "field-label", label,
        field.IsRequired ? Markup.Element("span", "field-mark", " *").With("aria-hidden", "true") : null).With("for", field.Id);
}
