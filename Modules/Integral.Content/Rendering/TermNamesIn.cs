using System.Net;
using System.Text.RegularExpressions;
using Integral.Content.ReferenceBooks;

namespace Integral.Content.Rendering;

/// <summary>
/// Terms in a rendered text: their ids stand there and what they were called when it was published. They are read by the names they have now, so
/// that nobody publishes a thousand pages again because a term was renamed.
/// </summary>
internal static partial class TermNamesIn
{
    private const string Begins = "<span data-term=\"";

    public static string Written(string termId, string encodedName) => $"{Begins}{WebUtility.HtmlEncode(termId)}\">{encodedName}</span>";

    public static bool Has(string html) => html.Contains(Begins, StringComparison.Ordinal);

    /// <param name="html">Ours: no author's text has that attribute (<see cref="SafeHtml"/>).</param>
    /// <param name="shelf">Of whoever shows it; a term that isn't on it keeps the name it had.</param>
    /// <param name="culture">Of the text.</param>
    /// <param name="own">The institution's language.</param>
    public static string Filled(string html, Shelf shelf, string culture, string own) =>
        Spans().Replace(html, m => shelf.Term(m.Groups[1].Value) is { } term ? WebUtility.HtmlEncode(term.Names.In(culture, own)) : m.Groups[2].Value);

    [GeneratedRegex("<span data-term=\"([^\"]*)\">([^<]*)</span>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spans();
}
