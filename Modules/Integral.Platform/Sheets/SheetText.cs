using System.Text;
using System.Text.Unicode;

namespace Integral.Platform.Sheets;

/// <summary>The text of a file, and the lines that are written in another encoding than most.</summary>
/// <param name="Text">With line feeds only, without a byte order mark.</param>
/// <param name="Strange">Numbers of lines, counted from 1. Each is decoded as what it is, so that it can be shown.</param>
internal sealed record SheetText(string Text, IReadOnlySet<int> Strange)
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <exception cref="RuleException">It isn't text.</exception>
    public static SheetText Of(byte[] bytes)
    {
        var text = Marked(bytes) is { } marked ? new(marked, new HashSet<int>()) : ByLines(bytes);
        Rule.Require(!text.Text.Contains('\0'), "This isn't a table: save it as CSV or XLSX.");
        return text;
    }

    private static string? Marked(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Plain(Encoding.Unicode.GetString(bytes.AsSpan(2))),
        [0xFE, 0xFF, ..] => Plain(Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2))),
        _ => null,
    };

    // Cyrillic in Windows-1251 is never valid UTF-8 by chance: a letter there is a beginning without what must follow it.
    private static SheetText ByLines(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        if (Utf8.IsValid(bytes)) return new(Plain(Encoding.UTF8.GetString(bytes)), new HashSet<int>());
        var (text, utf8, windows, number) = (new StringBuilder(bytes.Length), new HashSet<int>(), new HashSet<int>(), 0);
        foreach (var part in bytes.AsSpan().Split((byte)'\n'))
        {
            var line = bytes.AsSpan(part);
            if (number++ > 0) text.Append('\n');
            var isUtf8 = Utf8.IsValid(line);
            text.Append((isUtf8 ? Encoding.UTF8 : Windows).GetString(line));
            if (!isUtf8) windows.Add(number);
            else if (!Ascii.IsValid(line)) utf8.Add(number);
        }
        return new(Plain(text.ToString()), windows.Count >= utf8.Count ? utf8 : windows);
    }

    // A lone carriage return ends a line too, in files of old programs; a line then is none of the bytes' lines, and none is strange.
    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
