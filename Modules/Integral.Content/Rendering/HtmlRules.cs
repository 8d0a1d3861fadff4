using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Integral.Content.Rendering;

/// <summary>The allow-list. An element in none of the sets loses its tags and keeps its text.</summary>
internal static partial class HtmlRules
{
    private static readonly FrozenSet<string> Kept = Names("""
        h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote pre code
        strong em b i u s sub sup a img figure figcaption details summary hr br span div abbr time
        """);

    // Their content isn't text for a reader, or is read by other rules than HTML's.
    private static readonly FrozenSet<string> DroppedWhole = Names("""
        script style iframe frame frameset noframes object embed applet param template svg math noscript noembed xml xmp plaintext
        title head link meta base form input button select option optgroup datalist textarea keygen isindex output progress meter
        audio video source track canvas map area dialog portal slot bgsound
        """);

    // Near enough in meaning; a block that became nothing would glue its words to the next one's.
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["section"] = "div", ["article"] = "div", ["main"] = "div", ["header"] = "div", ["footer"] = "div", ["aside"] = "div",
        ["nav"] = "div", ["address"] = "div", ["center"] = "div", ["fieldset"] = "div", ["hgroup"] = "div",
        ["strike"] = "s", ["del"] = "s", ["ins"] = "u", ["tt"] = "code", ["kbd"] = "code", ["samp"] = "code", ["listing"] = "pre",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Attributes = Names("""
        id lang dir href src alt title width height loading scope colspan rowspan start datetime
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttributeSpans =
        Attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsDroppedWhole(string element) => DroppedWhole.Contains(element);

    public static bool IsVoid(string element) => element is "img" or "br" or "hr";

    public static bool IsAttribute(ReadOnlySpan<char> name) => AttributeSpans.Contains(name);

    /// <summary>The name to write it under; null: only its content is kept.</summary>
    public static string? Keep(string element) =>
        Renamed.TryGetValue(element, out var other) ? other : Kept.Contains(element) ? element : null;

    /// <summary>Without this attribute the element says nothing and isn't written.</summary>
    public static string? Needs(string element) => element switch { "a" => "href", "img" => "src", "abbr" => "title", _ => null };

    /// <summary>The value to write; null: the attribute isn't written.</summary>
    public static string? Value(string element, string attribute, string value) => (element, attribute) switch
    {
        (_, "id") => If(OurId(), value),
        (_, "lang") => If(Language(), value),
        (_, "dir") => OneOf(value, "ltr", "rtl", "auto"),
        ("a", "href") => SafeAddress.ForLink(value),
        ("img", "src") => SafeAddress.ForImage(value),
        ("img", "alt") or ("a" or "abbr", "title") => value,
        ("img", "width" or "height") => If(Number(), value),
        ("img", "loading") => OneOf(value, "lazy", "eager"),
        ("th", "scope") => OneOf(value, "row", "col", "rowgroup", "colgroup"),
        ("th" or "td", "colspan" or "rowspan") => If(Span(), value),
        ("ol", "start") => If(Number(), value),
        ("time", "datetime") => If(Moment(), value),
        _ => null,
    };

    private static FrozenSet<string> Names(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static string? If(Regex shape, string value) => shape.IsMatch(value) ? value : null;

    private static string? OneOf(string value, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (word.Equals(value, StringComparison.OrdinalIgnoreCase)) return word;
        }

        return null;
    }

    // An id becomes a property of window and document: only names that no script of ours looks up.
    [GeneratedRegex(@"\Ac-[\p{L}\p{Nd}_-]{1,80}\z")]
    private static partial Regex OurId();

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}\z")]
    private static partial Regex Language();

    [GeneratedRegex(@"\A[0-9]{1,4}\z")]
    private static partial Regex Number();

    // A cell over thousands of columns stops the browser of everyone who opens the page.
    [GeneratedRegex(@"\A[1-9][0-9]?\z")]
    private static partial Regex Span();

    [GeneratedRegex(@"\A[0-9A-Z:.+ -]{1,40}\z")]
    private static partial Regex Moment();
}
