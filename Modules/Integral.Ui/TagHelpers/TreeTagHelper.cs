using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Things below things. A branch with content folds, one without is a leaf; <c>text</c> or a slot of its own address names it.
/// <code><![CDATA[<ui-tree label="Institutions"><ui-branch text="City" open="true"><ui-branch text="School 1" href="~/school-1" /></ui-branch></ui-tree>]]></code>
/// </summary>
[HtmlTargetElement("ui-tree")]
public sealed class TreeTagHelper : TagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", "tree").With("aria-label", Label);
}

/// <summary>A branch or leaf of a <c>ui-tree</c>.</summary>
[HtmlTargetElement("ui-branch")]
public sealed class BranchTagHelper : UiLink
{
    public required string Text { get; set; }
    public string? Note { get; set; }
    public bool Open { get; set; }
    public string? Badge { get; set; }
    public Tone BadgeTone { get; set; }

    /// <summary>An address that answers with the branches below, asked when this one is first opened. Without script the branch's own page has them.</summary>
    public string? Load { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var below = await output.GetChildContentAsync();
        var target = Target();
        object name = target is null ? Text : Markup.Element("a", null, Text).With("href", target);
        var note = Note is null ? null : Markup.Element("span", "item-meta", Note);
        // A Razor expression that is null arrives as an empty text.
        var load = string.IsNullOrEmpty(Load) ? null : Load;
        var badge = string.IsNullOrEmpty(Badge) ? null : BadgeTagHelper.Of(Badge, BadgeTone, Picture(Tones.Picture(BadgeTone)));
        // The button that folds stands beside the link: one may not be inside the other.
        output.Replace(Markup.Element("li", null, Markup.Element("div", "tree-row", name, note, badge),
            below.IsEmptyOrWhiteSpace && load is null ? null : Folded(load is null ? below : Waiting(target), load)));
    }

    private TagBuilder Folded(IHtmlContent below, string? load) => Markup.Element("details", null,
            Markup.Element("summary", "tree-fold", Picture("chevron-right"), Markup.Element("span", "visually-hidden", T["Below: {0}", Text])),
            Markup.Element("ul", null, below))
        .With("open", Open).With("hx-get", load).With("hx-trigger", load is null ? null : "toggle once").With("hx-target", load is null ? null : "find ul");

    private TagBuilder Waiting(string? target) => Markup.Element("li", null,
        Markup.Element("progress", null).With("aria-label", Text),
        target is null ? null : Markup.Element("noscript", null, Markup.Element("a", null, Text).With("href", target)));
}
