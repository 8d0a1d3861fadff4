using AngleSharp.Dom;
using Integral.Content.Contracts;

namespace Integral.Content.Rendering;

/// <summary>What of this site a text leads to or shows.</summary>
internal static class SiteLinks
{
    private const string Media = "media/";

    public static IEnumerable<FieldReference> InMarkdown(string markdown) => MayLead(markdown) ? In(() => Markdown.ToHtml(markdown)) : [];
    public static IEnumerable<FieldReference> InHtml(string html) => MayLead(html) ? In(() => html) : [];

    // Every address of this site has a stroke in it, as it is or as a character reference: most texts need not be read for that.
    private static bool MayLead(string text) => text.AsSpan().IndexOfAny('/', '&') >= 0;

    /// <summary>An address as people write it; null where it leads elsewhere or nowhere.</summary>
    public static FieldReference? Of(string? address)
    {
        var said = address?.Trim() ?? "";
        if (said.StartsWith("%7E", StringComparison.OrdinalIgnoreCase)) said = $"~{said[3..]}";
        if (said.StartsWith("//", StringComparison.Ordinal) || said is not (['/', ..] or ['~', '/', ..])) return null;
        var path = said[(said.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('?', '#')[0].Trim('/');
        if (path.StartsWith(Media, StringComparison.OrdinalIgnoreCase)) return new(Referred.File, Uri.UnescapeDataString(path[Media.Length..]));
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (Texts.Cultures.Contains(slash < 0 ? path : path[..slash])) path = slash < 0 ? "" : path[(slash + 1)..];
        return new(Referred.Address, Uri.UnescapeDataString(path).ToLowerInvariant());
    }

    // A text that is too large to be shown is refused elsewhere: here it names nothing.
    private static IEnumerable<FieldReference> In(Func<string> html)
    {
        try
        {
            return [.. SafeHtml.Parse(html()).Descendants<IElement>().Select(e => Of(e.GetAttribute("href") ?? e.GetAttribute("src"))).OfType<FieldReference>().Distinct()];
        }
        catch (ArgumentException) { return []; }
    }
}
