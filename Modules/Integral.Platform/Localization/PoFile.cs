using System.Globalization;
using System.Text;

namespace Integral.Platform.Localization;

/// <summary>One translated text.</summary>
/// <param name="Key">The English source, after its context and <see cref="PoFile.ContextEnd"/> where it has a context.</param>
/// <param name="PluralKey">The English source for other numbers than one; null for a text without a number.</param>
/// <param name="Forms">The translation, or one for each plural form of the language. An empty one isn't translated yet.</param>
/// <param name="File">For messages about it.</param>
/// <param name="Line">The same.</param>
internal sealed record PoEntry(string Key, string? PluralKey, IReadOnlyList<string> Forms, string File, int Line)
{
    public bool IsTranslated => Forms.All(f => f.Length > 0);
}

/// <summary>
/// Reads gettext's PO, strictly: a slip in a translation should show at the start, with file and line, and not as an odd page later.
/// Fuzzy and obsolete entries are left out, because nobody has vouched for them.
/// </summary>
internal sealed class PoFile
{
    /// <summary>Stands between context and source in a key, as in gettext's own compiled files.</summary>
    public const char ContextEnd = '\u0004';

    private readonly string file;
    private readonly List<PoEntry> entries = [];
    private readonly HashSet<string> keys = [];
    private readonly OrderedDictionary<string, StringBuilder> entry = [];
    private bool isFuzzy;
    private int line;
    private int entryLine;

    private PoFile(string file) => this.file = file;

    /// <exception cref="FormatException">The text isn't well-formed PO; the message names file and line.</exception>
    public static IReadOnlyList<PoEntry> Read(string text, string file)
    {
        var po = new PoFile(file);
        foreach (var line in text.Split('\n'))
        {
            po.line++;
            po.Take(line.Trim());
        }
        po.Finish();
        return po.entries;
    }

    private string Last => entry.Count == 0 ? "" : entry.GetAt(entry.Count - 1).Key;

    private void Take(string text)
    {
        if (text.Length == 0) return;
        if (text[0] == '#') TakeComment(text);
        else if (text[0] != '"') TakeKeyword(text);
        else if (entry.Count == 0) throw Wrong("a string that belongs to nothing");
        else entry[Last].Append(Unquote(text));
    }

    // Obsolete entries (#~) are comments as well, and stay that.
    private void TakeComment(string comment)
    {
        Finish();
        if (comment.StartsWith("#,", StringComparison.Ordinal))
            isFuzzy = comment[2..].Split(',', StringSplitOptions.TrimEntries).Contains("fuzzy");
    }

    private void TakeKeyword(string text)
    {
        var end = text.IndexOfAny([' ', '\t', '"']);
        var word = end < 0 ? text : text[..end];
        if (word is "msgctxt" or "msgid" && Last.StartsWith("msgstr", StringComparison.Ordinal)) Finish();
        if (!Follows(word, Last)) throw Wrong(Last.Length == 0 ? $"'{word}' at the start of an entry" : $"'{word}' after '{Last}'");

        if (entry.Count == 0) entryLine = line;
        entry.Add(word, new StringBuilder(Unquote(text[word.Length..].TrimStart())));
    }

    private static bool Follows(string word, string last) => word switch
    {
        "msgctxt" => last is "",
        "msgid" => last is "" or "msgctxt",
        "msgid_plural" or "msgstr" => last is "msgid",
        "msgstr[0]" => last is "msgid_plural",
        _ => word.StartsWith("msgstr[", StringComparison.Ordinal) && word.EndsWith(']')
            && int.TryParse(word[7..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && last == $"msgstr[{n - 1}]",
    };

    private void Finish()
    {
        if (entry.Count == 0) return;
        if (!Last.StartsWith("msgstr", StringComparison.Ordinal)) throw Wrong($"nothing after '{Last}'");

        var source = entry["msgid"].ToString();
        var key = entry.TryGetValue("msgctxt", out var context) ? $"{context}{ContextEnd}{source}" : source;
        if (!keys.Add(key)) throw Wrong($"a second translation of \"{source}\"", entryLine);

        var forms = entry.Where(p => p.Key.StartsWith("msgstr", StringComparison.Ordinal)).Select(p => p.Value.ToString()).ToList();
        var isHeader = key.Length == 0;
        if (!isFuzzy && !isHeader) entries.Add(new(key, entry.GetValueOrDefault("msgid_plural")?.ToString(), forms, file, entryLine));
        entry.Clear();
        isFuzzy = false;
    }

    private string Unquote(string quoted)
    {
        if (quoted.Length < 2 || quoted[0] != '"' || quoted[^1] != '"') throw Wrong("no string in double quotes");

        var text = new StringBuilder();
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] == '"') throw Wrong("a quotation mark without a backslash");
            text.Append(quoted[i] == '\\' ? Unescape(quoted, ++i) : quoted[i]);
        }
        return text.ToString();
    }

    private char Unescape(string quoted, int at) => at == quoted.Length - 1 ? throw Wrong("a string without an end") : quoted[at] switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '"' => '"',
        '\\' => '\\',
        var other => throw Wrong($"an unknown escape '\\{other}'"),
    };

    private FormatException Wrong(string what, int? at = null) => new($"{file}:{at ?? line}: {what}.");
}
