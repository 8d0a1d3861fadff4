using System.Net;
using System.Text;
using Integral.Content.Rendering;

namespace Integral.Content.Contracts;

/// <summary>What visitors read below a title, while it is being written. Whatever is put into it has been encoded or cleaned.</summary>
public sealed class PageText
{
    private readonly StringBuilder html = new();
    private readonly Func<string, string> words;

    /// <param name="words">Says the titles of delivered types in the language of the text.</param>
    /// <param name="zone">The institution's clock.</param>
    /// <param name="culture">Two letters: the language of the text.</param>
    internal PageText(Func<string, string> words, TimeZoneInfo zone, string culture) => (this.words, Zone, Culture) = (words, zone, culture);

    /// <summary>The language of the text: two letters.</summary>
    public string Culture { get; }

    /// <summary>In which times are written.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Whether the item stands within another one: its own picture and headings aren't shown elsewhere then.</summary>
    internal bool IsNested { get; set; }

    public void Paragraph(string text) => html.Append("<p>").Append(WebUtility.HtmlEncode(text)).Append("</p>");

    /// <param name="level">From 2: the title of the page is the only h1.</param>
    /// <param name="text">Of the heading.</param>
    public void Heading(int level, string text) => html.Append('<').Append('h').Append(level).Append('>').Append(WebUtility.HtmlEncode(text)).Append("</h").Append(level).Append('>');

    /// <summary>A fact with its name before it.</summary>
    public void Fact(string name, string value) => html.Append("<p><strong>").Append(WebUtility.HtmlEncode(words(name))).Append(":</strong> ").Append(WebUtility.HtmlEncode(value)).Append("</p>");

    /// <summary>A fact of terms. They are called as they are called when it is read.</summary>
    /// <param name="name">Of the fact.</param>
    /// <param name="terms">Their ids, and what they are called now.</param>
    internal void Terms(string name, IReadOnlyList<(string Id, string Name)> terms)
    {
        if (terms.Count == 0) return;
        html.Append("<p><strong>").Append(WebUtility.HtmlEncode(words(name))).Append(":</strong> ").AppendJoin(", ", terms.Select(t => TermNamesIn.Written(t.Id, WebUtility.HtmlEncode(t.Name)))).Append("</p>");
    }

    /// <summary>HTML that anybody wrote.</summary>
    public void Html(string text) => html.Append(SafeHtml.Clean(text, demote: 1));

    // Markdown writes the tilde as %7E.
    public void Markdown(string text) => html.Append(Rendering.Markdown.ToHtml(text).Replace("=\"%7E/", "=\"~/", StringComparison.Ordinal));

    /// <summary>Nothing where the address may not be one of a link.</summary>
    /// <param name="name">Stands before it; nothing where it is empty.</param>
    /// <param name="address">What anybody wrote.</param>
    /// <param name="text">The address itself where it is empty.</param>
    public void Link(string name, string address, string text)
    {
        if (SafeAddress.ForLink(address) is not { } safe) return;
        html.Append("<p>");
        if (name.Length > 0) html.Append("<strong>").Append(WebUtility.HtmlEncode(words(name))).Append(":</strong> ");
        html.Append("<a href=\"").Append(WebUtility.HtmlEncode(safe)).Append("\">").Append(WebUtility.HtmlEncode(text.Length > 0 ? text : safe)).Append("</a></p>");
    }

    /// <param name="path">In the media folder.</param>
    /// <param name="alternative">What stands for it where it isn't seen.</param>
    public void Picture(string path, string alternative) => html.Append("<p><img src=\"~/media/").Append(WebUtility.HtmlEncode(BodyWriter.MediaAddress(path)))
        .Append("\" alt=\"").Append(WebUtility.HtmlEncode(alternative)).Append("\"></p>");

    /// <param name="path">In the media folder.</param>
    /// <param name="name">What is read.</param>
    public void File(string path, string name) => html.Append("<p><a href=\"~/media/").Append(WebUtility.HtmlEncode(BodyWriter.MediaAddress(path))).Append("\">").Append(WebUtility.HtmlEncode(name)).Append("</a></p>");

    internal int Length => html.Length;
    public override string ToString() => html.ToString();
}
