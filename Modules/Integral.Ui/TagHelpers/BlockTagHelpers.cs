using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Parts of a form that can be put in another order: with the mouse or a finger by their grips, with the arrow keys on a grip, without script by the
/// buttons that the page gives them. Their order in the form is the order in which their answers are sent.
/// <code><![CDATA[<ui-blocks title="Blocks"><ui-block title="Gallery" grip="Move: Gallery">…</ui-block></ui-blocks>]]></code>
/// </summary>
[HtmlTargetElement("ui-blocks")]
public sealed class BlocksTagHelper : UiTag
{
    public required string Title { get; set; }
    public string? Hint { get; set; }

    /// <summary>Said when a block was moved; {0} is its name, {1} its place, {2} how many there are.</summary>
    public required string Moved { get; set; }

    /// <summary>They stand in one of other blocks: a landmark for each would only be in the way.</summary>
    public bool Within { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        var id = NextId("blocks");
        output.Become(Within ? "div" : "section", "blocks").With("role", Within ? "group" : null).With("aria-labelledby", id).With("data-blocks", Moved);
        output.Content.AppendHtml(Markup.Element("h2", "blocks-title", Title).With("id", id));
        if (Hint is { Length: > 0 }) output.Content.AppendHtml(Markup.Element("p", "field-hint", Hint));
        output.Content.AppendHtml(inner);
        output.Content.AppendHtml(Markup.Element("p", "visually-hidden").With("role", "status").With("data-blocks-said", ""));
    }
}

/// <summary>One of the <c>ui-blocks</c>. A <c>ui-actions</c> in it stands beside its title.</summary>
[HtmlTargetElement("ui-block")]
public sealed class BlockTagHelper : UiTag
{
    public required string Title { get; set; }

    /// <summary>What the grip is called; null where there is nothing to move it past.</summary>
    public string? Grip { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.Become("fieldset", "block").With("data-block", Title);
        var grip = Grip is not { Length: > 0 } ? null : Markup.Element("button", "button button-quiet button-small block-grip", Picture("grip")).With("type", "button").With("hidden", "").With("data-block-grip", "").With("aria-label", Grip).With("title", Grip);
        output.Content.AppendHtml(Markup.Element("legend", "block-title", grip, Markup.Element("span", null, Title)));
        output.Content.AppendHtml(inner);
    }
}
