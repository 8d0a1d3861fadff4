using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Integral.Content.Rendering;

/// <summary>
/// Makes HTML from outside fit for a page: the parsed tree is written anew from <see cref="HtmlRules"/>, so what no rule names isn't there.
/// The result is balanced and belongs inside a block (a div, a cell), never inside an attribute, a script or a style.
/// </summary>
internal static class SafeHtml
{
    public const int MostCharacters = 1024 * 1024;

    // A long regulation has some thousands; reopened <b> and <font> can make millions out of a small text.
    private const int MostElements = 50_000;

    // The parser looks through all that is open at each tag: 50,000 open div take it a quarter of a minute. Nobody writes the thousandth.
    private const int MostOpen = 1000;
    private const int MostRounds = 6;

    /// <param name="html">A fragment, or a whole page as it was pasted.</param>
    /// <param name="demote">Levels by which headings go down: 1 where the page has its own h1.</param>
    /// <exception cref="ArgumentException">The text or what it unfolds to is too large.</exception>
    public static string Clean(string html, int demote = 0)
    {
        var last = SafeHtmlWriter.Write(Parse(html), demote);

        // Taking an element out can leave a tree that HTML can't say (a p in a p), and a browser would read another one.
        // What is returned has been read back and written to the same letter: nothing is left to mutate.
        for (var round = 0; round < MostRounds; round++)
        {
            var next = SafeHtmlWriter.Write(Parse(last), 0);
            if (next == last) return last;
            last = next;
        }

        return SafeHtmlWriter.Encode(Parse(last).TextContent);
    }

    /// <exception cref="ArgumentException">The text or what it unfolds to is too large.</exception>
    public static INode Parse(string html)
    {
        if (html.Length > MostCharacters) throw TooLarge();
        var elements = 0;
        INode? last = null;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            // Past this the parser lifts elements out, and how many are open can't be seen any more.
            MaximumDepth = MostOpen * 2,
            SkipComments = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref _, name) => HtmlRules.IsAttribute(name.Span),
            OnCreated = (element, _) =>
            {
                // This one has no parent yet, the one before has.
                if (++elements > MostElements || IsDeeper(last, MostOpen)) throw TooLarge();
                last = element;
            },
        });

        using var page = parser.ParseDocument("");
        var fragment = page.CreateDocumentFragment();
        fragment.Append([.. parser.ParseFragment(html, page.Body!)]);
        return fragment;
    }

    private static bool IsDeeper(INode? node, int most)
    {
        for (; node is not null; node = node.Parent)
        {
            if (most-- == 0) return true;
        }

        return false;
    }

    private static ArgumentException TooLarge() => new("The text is too large to be shown.", "html");
}
