using System.Text;
using AngleSharp.Dom;

namespace Integral.Content.Rendering;

/// <summary>Writes a tree by <see cref="HtmlRules"/>: names come from the rules, everything else is encoded.</summary>
internal sealed class SafeHtmlWriter
{
    private const string Html = "http://www.w3.org/1999/xhtml";
    private const int MostDepth = 250;
    private readonly StringBuilder _out = new();
    private readonly int _demote;
    private int _depth;

    private SafeHtmlWriter(int demote) => _demote = demote;

    public static string Write(INode root, int demote)
    {
        var writer = new SafeHtmlWriter(demote);
        writer.WriteChildren(root);
        return writer._out.ToString();
    }

    public static string Encode(string text)
    {
        var writer = new SafeHtmlWriter(0);
        writer.WriteText(text);
        return writer._out.ToString();
    }

    private void WriteChildren(INode node)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IElement element) WriteElement(element);
            else if (child.NodeType == NodeType.Text) WriteText(child.NodeValue);
        }
    }

    private void WriteElement(IElement element)
    {
        if (element.NamespaceUri != Html || HtmlRules.IsDroppedWhole(element.LocalName)) return;
        var name = HtmlRules.Keep(element.LocalName);
        var attributes = name is null ? [] : Attributes(element, name);
        if (name is null || _depth == MostDepth || SaysNothing(name, attributes)) WriteChildren(element);
        else WriteElement(element, Demoted(name), attributes);
    }

    private void WriteElement(IElement element, string name, List<(string Name, string Value)> attributes)
    {
        _out.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            _out.Append(' ').Append(attribute).Append("=\"");
            WriteText(value, isQuoted: true);
            _out.Append('"');
        }

        _out.Append('>');
        if (HtmlRules.IsVoid(name)) return;
        var start = _out.Length;
        _depth++;
        WriteChildren(element);
        _depth--;

        // A parser swallows the first newline of a pre.
        if (name == "pre" && _out.Length > start && _out[start] == '\n') _out.Insert(start, '\n');
        _out.Append("</").Append(name).Append('>');
    }

    private static List<(string Name, string Value)> Attributes(IElement element, string name)
    {
        var kept = new List<(string Name, string Value)>();
        foreach (var attribute in element.Attributes)
        {
            if (HtmlRules.Value(name, attribute.Name, attribute.Value) is { } value) kept.Add((attribute.Name, value));
        }

        if (name == "img" && !kept.Exists(a => a.Name == "alt")) kept.Add(("alt", ""));
        if (name == "a" && kept.Exists(a => a.Name == "href" && SafeAddress.IsExternal(a.Value))) kept.Add(("rel", "noopener"));
        return kept;
    }

    private static bool SaysNothing(string name, List<(string Name, string Value)> attributes) =>
        name == "span" ? attributes.Count == 0 : HtmlRules.Needs(name) is { } needed && !attributes.Exists(a => a.Name == needed);

    private string Demoted(string name) =>
        name is ['h', >= '1' and <= '6'] ? $"h{Math.Min(name[1] - '0' + _demote, 6)}" : name;

    // Both < and > are encoded in attributes too: what reads the page by other rules finds no tag there.
    private void WriteText(string text, bool isQuoted = false)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': _out.Append("&amp;"); break;
                case '<': _out.Append("&lt;"); break;
                case '>': _out.Append("&gt;"); break;
                case '"' when isQuoted: _out.Append("&quot;"); break;
                case '\'' when isQuoted: _out.Append("&#39;"); break;
                case '`' when isQuoted: _out.Append("&#96;"); break;
                case '\n' or '\t': _out.Append((char)rune.Value); break;
                default: if (!Rune.IsControl(rune)) _out.Append(rune); break;
            }
        }
    }
}
