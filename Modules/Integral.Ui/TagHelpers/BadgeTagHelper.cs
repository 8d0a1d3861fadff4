using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>How good or bad something is: the colour is always joined by a picture or a word.</summary>
public enum Tone { Neutral, Good, Warn, Bad, Info }

/// <summary>
/// A state in a word or two.
/// <code><![CDATA[<ui-badge tone="Good">Published</ui-badge>]]></code>
/// </summary>
[HtmlTargetElement("ui-badge")]
public sealed class BadgeTagHelper : UiTag
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", $"badge {Tones.Css(Tone)}");
        if (Tone != Tone.Neutral) output.PreContent.SetHtmlContent(Picture(Tones.Picture(Tone)));
    }

    internal static TagBuilder Of(string text, Tone tone, TagBuilder picture) =>
        Markup.Element("span", $"badge {Tones.Css(tone)}", tone == Tone.Neutral ? null : picture, text);
}

internal static class Tones
{
    public static string Css(Tone tone) => $"tone-{Word(tone)}";

    public static string Picture(Tone tone) => tone switch { Tone.Good => "check", Tone.Warn => "warning", Tone.Bad => "error", _ => "info" };

    private static string Word(Tone tone) => tone switch
    {
        Tone.Good => "good", Tone.Warn => "warn", Tone.Bad => "bad", Tone.Info => "info", _ => "neutral",
    };
}
