using Integral.Communication.Contracts;

namespace Integral.Announcements;

/// <summary>The text of announcements as it is shown.</summary>
internal sealed class ShownText(IExtensions<IFormatsText> formats)
{
    private const int Beginning = 240;

    /// <returns>Null where nothing here formats text: then it is shown as it was typed.</returns>
    public string? Html(Announcement one) => formats.FirstOrDefault()?.Html(one.Text, one.OriginId);

    /// <exception cref="RuleException">It can't be read.</exception>
    public string SummaryOf(string text) => formats.FirstOrDefault() is { } format ? format.Plain(text, Beginning) : FirstLine(text);

    /// <summary>Where nothing here formats text, and for recipes.</summary>
    public static string FirstLine(string text)
    {
        var line = text.Trim().Split('\n')[0].Trim();
        return line.Length > Beginning ? line[..Beginning] : line;
    }
}
