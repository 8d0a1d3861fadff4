using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// One of a few (or, where the property holds several, some of them), all in sight: radio buttons or check boxes.
/// <code><![CDATA[<ui-choice for="Form.Kind" />  <ui-choice for="Form.Roles" items="Model.Roles" inline="true" />]]></code>
/// </summary>
[HtmlTargetElement("ui-choice", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper : UiTag
{
    public ModelExpression? For { get; set; }

    /// <summary>In place of a property: a choice described by data.</summary>
    public FieldInput? Input { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }
    public string? Label { get; set; }
    public string? Hint { get; set; }
    public bool Inline { get; set; }

    /// <summary>What each value means, under its name.</summary>
    public IReadOnlyDictionary<string, string>? Notes { get; set; }

    /// <summary>Addresses of what each value looks like.</summary>
    public IReadOnlyDictionary<string, string>? Pictures { get; set; }
    public bool Disabled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.Of(ViewContext, For, Input);
        var hint = Hint ?? Input?.Hint ?? (field.Description is null ? null : T[field.Description]);
        var hasErrors = field.Errors.Count > 0;
        output.Become("fieldset", Inline ? "choice choice-inline" : "choice")
            .With("aria-describedby", hasErrors ? field.ErrorId : hint is null ? null : field.HintId).With("id", field.Id);
        output.Content.AppendHtml(Markup.Element("legend", null, Label ?? Input?.Label ?? T[field.Label],
            field.IsRequired && !field.IsMany ? Markup.Element("span", "field-mark", " *").With("aria-hidden", "true") : null));
        if (hint is not null) output.Content.AppendHtml(Markup.Element("p", "field-hint", hint).With("id", field.HintId));
        output.Content.AppendHtml(Markup.Element("div", "choice-items", Ticks(field)));
        if (hasErrors)
            output.Content.AppendHtml(Markup.Element("p", "field-error", Picture("error"), string.Join(" ", field.Errors)).With("id", field.ErrorId));
    }

    private IEnumerable<IHtmlContent> Ticks(FieldState field)
    {
        var chosen = field.Chosen;
        return (Items ?? field.Members(T)).Select((item, number) =>
        {
            var value = item.Value ?? item.Text;
            return Markup.Element("label", "tick",
                new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }
                    .With("type", field.IsMany ? "checkbox" : "radio").With("name", field.Name).With("id", $"{field.Id}-{number + 1}").With("value", value)
                    .With("checked", chosen.Contains(value) || chosen.Count == 0 && item.Selected).With("disabled", Disabled || item.Disabled),
                Pictures?.GetValueOrDefault(value) is { Length: > 0 } picture ? new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing }.With("class", "upload-thumb").With("src", picture).With("alt", "").With("loading", "lazy") : null,
                Markup.Element("span", null, item.Text, Notes?.GetValueOrDefault(value) is { Length: > 0 } note ? Markup.Element("span", "field-hint tick-note", note) : null));
        });
    }
}
