using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>How much a button asks to be pressed. One primary button a page.</summary>
public enum ButtonTone { Secondary, Primary, Danger, Quiet }

/// <summary>
/// A button: with an address a link, otherwise it sends the form it stands in (<c>asp-page-handler</c> says to which handler).
/// <code><![CDATA[<ui-button tone="Primary" icon="check">Save</ui-button>  <ui-button asp-page="Edit" icon="edit">Change</ui-button>]]></code>
/// </summary>
[HtmlTargetElement("ui-button")]
public sealed class ButtonTagHelper : UiLink
{
    public ButtonTone Tone { get; set; }
    public string? Icon { get; set; }
    public bool Small { get; set; }
    public bool Disabled { get; set; }

    /// <summary>Id of the <c>ui-dialog</c> that it opens.</summary>
    public string? Opens { get; set; }

    /// <summary>With script, the id of the part of the page that is put anew instead of the whole.</summary>
    public string? Puts { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var target = Opens is not null ? $"#{Opens}" : Href is not null || Page is not null ? Target() : null;
        output.Become(target is null ? "button" : "a", Css(Tone, Small));
        if (target is not null) output.With("href", Disabled ? null : target).With("aria-disabled", Disabled ? "true" : null).With("role", Disabled ? "link" : null);
        else output.With("type", "submit").With("disabled", Disabled ? "" : null).With("formaction", Handler is null ? null : Target());
        if (Opens is not null) output.With("data-opens", Opens).With("role", "button");
        if (Puts is not null) output.Put(Puts, Target()!);
        if (Icon is not null) output.PreContent.SetHtmlContent(Picture(Icon));
    }

    internal static string Css(ButtonTone tone, bool small) => (tone switch
    {
        ButtonTone.Primary => "button button-primary",
        ButtonTone.Danger => "button button-danger",
        ButtonTone.Quiet => "button button-quiet",
        _ => "button",
    }) + (small ? " button-small" : "");
}
