using System.Text;

namespace Integral.Content.Rendering;

/// <summary>An address as the browser will read it, or null where it may leave http, mail and telephone.</summary>
internal static class SafeAddress
{
    private const int Longest = 2000;

    public static string? ForLink(string value) => Check(value, "http", "https", "mailto", "tel");

    public static string? ForImage(string value) => Check(value, "http", "https") is { } address && address[0] != '#' ? address : null;

    public static bool IsExternal(string address) =>
        address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static string? Check(string value, params ReadOnlySpan<string> schemes)
    {
        var address = Normal(value);
        if (address.Length is 0 or > Longest) return null;

        // Browsers take \ for /, and two of them for another host.
        if (address[0] == '\\' || (address.Length > 1 && address[0] == '/' && address[1] is '/' or '\\')) return null;

        var end = address.AsSpan().IndexOfAny(":/?#\\");
        if (end < 0 || address[end] != ':') return address;
        foreach (var scheme in schemes)
        {
            if (address.AsSpan(0, end).Equals(scheme, StringComparison.OrdinalIgnoreCase)) return Shape(address, end);
        }

        return null;
    }

    // "https:x" and "https:/x" are read against the page's own address by some and as a host by others.
    private static string? Shape(string address, int colon)
    {
        if (!IsExternal(address)) return address;
        var rest = address.AsSpan(colon + 1);
        return rest.StartsWith("//") && rest.Length > 2 && rest[2] is not ('/' or '\\' or '?' or '#') ? address : null;
    }

    // What browsers leave out before they look for the scheme, and what no one sees: controls, invisible characters, lone surrogates.
    private static string Normal(string value)
    {
        var kept = new StringBuilder(value.Length);
        foreach (var rune in value.AsSpan().Trim().EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune) || IsInvisible(rune)) continue;
            if (Rune.IsWhiteSpace(rune)) kept.Append("%20");
            else kept.Append(rune);
        }

        return kept.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.Format or
        System.Globalization.UnicodeCategory.LineSeparator or
        System.Globalization.UnicodeCategory.ParagraphSeparator;
}
