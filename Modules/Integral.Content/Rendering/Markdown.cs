using System.Text;
using AngleSharp.Dom;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Integral.Content.Rendering;

/// <summary>Markdown as staff write it, with HTML in it where they need it; the result has passed <see cref="SafeHtml"/>.</summary>
internal static class Markdown
{
    // In one paragraph or table, and in one row of it.
    private const int MostBrackets = 10_000, MostCells = 2_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseDefinitionLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript
            | EmphasisExtraOptions.Superscript | EmphasisExtraOptions.Inserted)
        .Build();

    /// <summary>Headings start at h2: the page's own title is the only h1.</summary>
    /// <exception cref="ArgumentException">The text is too large or too deeply nested.</exception>
    public static string ToHtml(string markdown)
    {
        if (markdown.Length > SafeHtml.MostCharacters) throw new ArgumentException("The text is too large to be shown.", nameof(markdown));
        if (IsEndless(markdown)) throw new ArgumentException("The text can't be read in a reasonable time.", nameof(markdown));
        var document = Markdig.Markdown.Parse(markdown, Pipeline);

        // Whoever begins with ## means his topmost heading: after the page's own none may be left out.
        var headings = document.Descendants<HeadingBlock>().ToList();
        var topmost = headings.Count == 0 ? 1 : headings.Min(h => h.Level);
        foreach (var heading in headings) heading.Level -= topmost - 1;

        // The usual checkbox is a form control, which SafeHtml drops.
        foreach (var task in document.Descendants<TaskList>().ToList())
        {
            task.ReplaceBy(new LiteralInline(task.Checked ? "☑" : "☐"));
        }

        return SafeHtml.Clean(document.ToHtml(Pipeline), demote: 1);
    }

    // For each bracket that could begin a link all that follows in its paragraph is looked through, and for each cell its whole row.
    private static bool IsEndless(string markdown)
    {
        var (brackets, cells, isLineEmpty) = (0, 0, true);
        foreach (var c in markdown)
        {
            if (c == '[' && ++brackets > MostBrackets || c == '|' && ++cells > MostCells) return true;
            if (c == '\n')
            {
                if (isLineEmpty) brackets = 0;
                cells = 0;
            }
            isLineEmpty = c == '\n' || isLineEmpty && char.IsWhiteSpace(c);
        }
        return false;
    }

    /// <summary>The text without its marks, for lists and previews: at most so many characters, cut after a word.</summary>
    /// <exception cref="ArgumentException">The text is too large or too deeply nested.</exception>
    public static string ToText(string markdown, int most) => HtmlToText(ToHtml(markdown), most);

    /// <summary>The same of HTML that is already there.</summary>
    /// <exception cref="ArgumentException">The text is too large or too deeply nested.</exception>
    public static string HtmlToText(string html, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var text = new StringBuilder();
        Collect(SafeHtml.Parse(html), text);
        return Cut(string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), most);
    }

    // Words of neighbouring blocks and cells don't touch; letters of one word, some of them bold, do.
    private static void Collect(INode node, StringBuilder text)
    {
        if (node.NodeType == NodeType.Text) text.Append(node.NodeValue);
        var isBlock = node is IElement element && !IsInline(element);
        if (isBlock) text.Append(' ');
        for (var child = node.FirstChild; child is not null; child = child.NextSibling) Collect(child, text);
        if (isBlock) text.Append(' ');
    }

    private static bool IsInline(IElement element) =>
        element.LocalName is "a" or "abbr" or "b" or "code" or "em" or "i" or "s" or "span" or "strong" or "sub" or "sup" or "time" or "u";

    /// <summary>At most so many characters, to the end of a word.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOf(' ', most - 1);
        if (end <= 0) end = most - 1;
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '—') + "…";
    }
}
