using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Integral.Tests.Content;

/// <summary>
/// What cleaned HTML may consist of, written down a second time and checked on the tree a browser would build,
/// so that neither a slip in the rules nor one in the writer passes. Addresses are resolved as a browser does it.
/// </summary>
internal static class SafeHtmlTree
{
    private static readonly Url Page = new("https://school.example/school-1/news/1");

    private static readonly HashSet<string> Elements = [.. """
        h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote pre code
        strong em b i u s sub sup a img figure figcaption details summary hr br span div abbr time
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static readonly HashSet<string> Attributes =
    [
        "a href", "a title", "a rel", "abbr title", "img src", "img alt", "img width", "img height", "img loading",
        "th scope", "th colspan", "th rowspan", "td colspan", "td rowspan", "ol start", "time datetime",
    ];

    public static void Check(string html)
    {
        // As the parser of a browser with scripts, of one without, and where the page puts it: in a block, in a cell.
        foreach (var isScripting in new[] { true, false })
        {
            foreach (var place in new[] { "body", "div", "td" }) Check(Parse(html, place, isScripting), html);
        }
    }

    public static IReadOnlyList<INode> Parse(string html, string place = "body", bool isScripting = true)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = isScripting });
        return [.. parser.ParseFragment(html, parser.ParseDocument("").CreateElement(place))];
    }

    private static void Check(IReadOnlyList<INode> roots, string html)
    {
        foreach (var node in roots.SelectMany(root => root.DescendantsAndSelf()))
        {
            if (node is IElement element) Check(element, html);
            else Assert.True(node.NodeType == NodeType.Text, $"A {node.NodeType} in: {html}");
        }
    }

    private static void Check(IElement element, string html)
    {
        Assert.True(element.NamespaceUri == "http://www.w3.org/1999/xhtml", $"<{element.LocalName}> of another language in: {html}");
        Assert.True(Elements.Contains(element.LocalName), $"<{element.LocalName}> in: {html}");
        foreach (var attribute in element.Attributes)
        {
            var isKnown = attribute.Name is "id" or "lang" or "dir" || Attributes.Contains($"{element.LocalName} {attribute.Name}");
            Assert.True(isKnown, $"<{element.LocalName} {attribute.Name}> in: {html}");
            if (attribute.Name is "href" or "src") CheckAddress(attribute.Value, html);
            if (attribute.Name == "id") Assert.True(attribute.Value.StartsWith("c-", StringComparison.Ordinal), $"An id in: {html}");
            if (attribute.Name == "rel") Assert.Equal("noopener", attribute.Value);
        }

        if (element.LocalName == "img") Assert.True(element.HasAttribute("alt"), $"An image without alt in: {html}");
    }

    private static void CheckAddress(string address, string html)
    {
        var url = new Url(Page, address);
        Assert.True(url.Scheme is "http" or "https" or "mailto" or "tel", $"The scheme '{url.Scheme}' in: {html}");
        var isAbsolute = new[] { "http://", "https://", "mailto:", "tel:" }.Any(s => address.StartsWith(s, StringComparison.OrdinalIgnoreCase));
        Assert.True(isAbsolute || url.HostName == Page.HostName, $"'{address}' leaves for another host in: {html}");
        Assert.DoesNotContain(address, c => char.IsControl(c) || char.IsWhiteSpace(c));
    }
}
