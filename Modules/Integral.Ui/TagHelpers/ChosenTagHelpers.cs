using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Chooses a row of a table for what <c>ui-chosen</c> offers in the same form. With Shift, script chooses all from the one before to this one.
/// <code><![CDATA[<td><ui-tick name="Chosen" value="@row.Id" label="@T["Choose: {0}", row.Title]" /></td>]]></code>
/// </summary>
[HtmlTargetElement("ui-tick", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TickTagHelper : UiTag
{
    public required string Name { get; set; }
    public required string Value { get; set; }

    /// <summary>What it chooses; only read out, the row says it.</summary>
    public required string Label { get; set; }
    public bool On { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("label", "tick tick-row");
        output.Content.AppendHtml(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }
            .With("type", "checkbox").With("name", Name).With("value", Value).With("checked", On).With("data-bulk-one", ""));
        output.Content.AppendHtml(Markup.Element("span", "visually-hidden", Label));
    }
}

/// <summary>
/// What can be done with the rows that were chosen: its content are buttons. Works without script; with it one chooses the whole page at once
/// and is told how many are chosen.
/// <code><![CDATA[<ui-chosen all="All" all-text="@T["All that were found: {0}", 137]"><ui-button name="Act" value="Publish">…</ui-button></ui-chosen>]]></code>
/// </summary>
[HtmlTargetElement("ui-chosen")]
public sealed class ChosenTagHelper : UiTag
{
    /// <summary>Name of the tick for all that were found, those on other pages too.</summary>
    public string? All { get; set; }

    /// <summary>What that tick says; without it there is none.</summary>
    public string? AllText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.Become("div", "chosen").With("role", "group").With("aria-label", T["What to do with those that are chosen"]).With("data-bulk", T["Chosen: {0}"]);
        output.Content.AppendHtml(Markup.Element("div", "chosen-head",
            Tick(T["All on this page"], null).With("data-bulk-page", "").With("hidden", ""),
            string.IsNullOrEmpty(AllText) ? null : Tick(AllText, All).With("data-bulk-all", ""),
            Markup.Element("output", "chosen-said").With("data-bulk-said", "")));
        output.Content.AppendHtml(Markup.Element("div", "chosen-does", content));
    }

    private static TagBuilder Tick(string text, string? name) => Markup.Element("label", "tick",
        new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }.With("type", "checkbox").With("name", name).With("value", name is null ? null : "true").With("autocomplete", "off"),
        Markup.Element("span", null, text));
}
