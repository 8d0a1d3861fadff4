using System.Text.RegularExpressions;
using CsvHelper;
using Integral.Platform.Localization;

namespace Integral.Platform.Sheets;

/// <summary>A table as text. The separator is the one that divides most lines into as many fields as the headings.</summary>
internal static class CsvSheet
{
    private const int LookedAt = 50;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <exception cref="RuleException">It can't be read as a table.</exception>
    public static Sheet Read(SheetText file)
    {
        var (text, lines) = (file.Text, file.Text.Split('\n'));
        var separator = SeparatorOf(lines);
        try
        {
            using var csv = CsvReader.FromText(text, new() { HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true, Separator = separator });
            Rule.Require(csv.Read(), "The file is empty.");
            var header = Fields(csv);
            SheetFile.Bound(0, header.Count);
            var rows = Rows(csv, lines, file.Strange, WellQuoted(separator));
            CheckQuotes(text, rows);
            return new(header, rows);
        }
        catch (CsvFormatException wrong)
        {
            throw new RuleException(T.Say("The file can't be read as a table: {0}", wrong.Message));
        }
    }

    private static List<SheetRow> Rows(CsvReader csv, string[] lines, IReadOnlySet<int> strange, Regex wellQuoted)
    {
        var rows = new List<SheetRow>();
        while (csv.Read())
        {
            var fields = Fields(csv);
            SheetFile.Bound(rows.Count, fields.Count);
            if (fields.All(f => f.Length == 0)) continue;
            var (line, breaks) = ((int)csv.LineNumber, fields.Sum(f => f.AsSpan().Count('\n')));
            rows.Add(new(line, line + breaks, fields) { Trouble = Trouble(line, breaks) });
        }
        return rows;

        Sentence? Trouble(int line, int breaks) =>
            breaks > 0 && !wellQuoted.IsMatch(string.Join('\n', lines.Skip(line - 1).Take(breaks + 1))) ? Torn(line + breaks)
            : strange.Count > 0 && Enumerable.Range(line, breaks + 1).Any(strange.Contains) ? T.Say("It is written in another encoding than the rest of the file. Save the whole file as UTF-8.")
            : null;
    }

    /// <summary>It holds what looks like rows after it, swallowed by a quotation mark that isn't closed.</summary>
    internal static Sentence Torn(int lastLine) =>
        T.Say("It goes on up to line {0}: a quotation mark isn't closed, or a name has a line break. Nothing was made of these lines.", lastLine);

    private static List<string> Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    // The reader takes a mark that isn't closed as one that is closed at the end: all rows after it would be one long name.
    private static void CheckQuotes(string text, List<SheetRow> rows)
    {
        if (text.AsSpan().Count('"') % 2 == 0 || rows is not [.., var last] || last.LastLine == last.Line) return;
        var line = text.AsSpan(0, text.LastIndexOf('"')).Count('\n') + 1;
        throw new RuleException(T.Say("The file can't be read as a table: {0}", T.Say("the quotation mark in line {0} isn't closed.", line)));
    }

    private static char SeparatorOf(string[] lines)
    {
        var first = lines.Take(LookedAt).Where(l => l.Length > 0).ToList();
        if (first.Count == 0) return ',';
        return Separators.MaxBy(s => Outside(first[0], s) is > 0 and var wanted ? (first.Count(l => Outside(l, s) == wanted), wanted) : (0, 0));
    }

    /// <summary>How often the sign stands outside of quotation marks.</summary>
    private static int Outside(string line, char sign)
    {
        var (count, isQuoted) = (0, false);
        foreach (var c in line)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c == sign && !isQuoted) count++;
        }
        return count;
    }

    // A mark that isn't closed is closed by the next row's first one, and that has text after it.
    private static Regex WellQuoted(char separator)
    {
        var (quoted, plain, between) = ("\\s*\"[^\"]*(?:\"\"[^\"]*)*\"\\s*", $"[^\"{Regex.Escape($"{separator}")}\n]*", Regex.Escape($"{separator}"));
        return new($"^(?:{quoted}|{plain})(?:{between}(?:{quoted}|{plain}))*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
