using System.Security.Cryptography;
using System.Text;

namespace Integral.Ui.Brand;

/// <summary>What an institution looks like in the end, ready to be linked and shown.</summary>
/// <param name="Said">Its own words over those of the institutions above.</param>
/// <param name="Css">The stylesheet; empty where nobody said anything and the theme's colours hold.</param>
/// <param name="Version">Changes with the stylesheet and the logo, so that browsers may keep both for a year.</param>
internal sealed record BrandSheet(BrandSettings Said, string Css, string Version)
{
    private const string Serif = "Cambria, 'Noto Serif', 'PT Serif', 'Liberation Serif', 'Times New Roman', serif";

    public static BrandSheet Of(BrandSettings said)
    {
        var tokens = Tokens(said);
        var css = tokens.Count == 0 ? "" : $":root{{{string.Concat(tokens.Select(t => $"{t.Key}:{t.Value};"))}}}";
        return new(said, css, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css + said.Logo?.File)).AsSpan(0, 6)));
    }

    /// <summary>Values of the tokens that _tokens.scss derives all else from. They come from our own code only: no text of a person's enters a stylesheet.</summary>
    public static IReadOnlyDictionary<string, string> Tokens(BrandSettings said)
    {
        var tokens = new Dictionary<string, string>();
        if (said.Main is { } main) AddColours(tokens, new(main, said.Accent));
        if (said.Shape is Shape.Slight) (tokens["--radius-s"], tokens["--radius"], tokens["--radius-l"], tokens["--radius-mark"]) = ("3px", "5px", "8px", "5px");
        if (said.Shape is Shape.Square) tokens["--radius-s"] = tokens["--radius"] = tokens["--radius-l"] = tokens["--radius-mark"] = "0px";
        if (said.Font is Font.Serif) tokens["--bs-font-sans-serif"] = Serif;
        if (said.Font is Font.SerifHeadings or Font.Serif) tokens["--font-head"] = Serif;
        return tokens;
    }

    private static void AddColours(Dictionary<string, string> tokens, Palette palette)
    {
        tokens["--brand"] = $"{palette.Main}";
        tokens["--on-brand"] = $"{palette.OnMain}";
        tokens["--brand-hover"] = $"{palette.Hover}";
        tokens["--brand-on-light"] = $"{palette.OnLight}";
        tokens["--brand-on-dark"] = $"{palette.OnDark}";
        tokens["--brand-soft-light"] = $"{palette.SoftLight}";
        tokens["--brand-soft-dark"] = $"{palette.SoftDark}";
        if (palette.Accent is { } accent) (tokens["--accent"], tokens["--on-accent"]) = ($"{accent}", $"{palette.OnAccent}");
    }
}
