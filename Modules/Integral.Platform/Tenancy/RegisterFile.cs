using System.Text.RegularExpressions;
using CsvHelper;
using Integral.Platform.Localization;

namespace Integral.Platform.Tenancy;

/// <summary>One institution as a register names it.</summary>
/// <param name="Line">Where it stands in the file, counted from 1.</param>
internal sealed record RegisterRow(int Line, string Code, string Name, string ShortName, string Status, string Kind, string Body, string Address, string Locality, string Site)
{
    /// <summary>Where it ends: a field in quotation marks may go on over several lines.</summary>
    public required int LastLine { get; init; }

    /// <summary>It holds what looks like rows after it, swallowed by a quotation mark that isn't closed: nothing may be made of it.</summary>
    public required bool IsTorn { get; init; }
}

/// <summary>Reads a register of institutions: CSV in UTF-8, columns found by their headers.</summary>
internal static partial class RegisterFile
{
    // The state register of Ukraine and plain headers in the four languages.
    private static readonly Dictionary<string, string[]> Headers = new()
    {
        [nameof(RegisterRow.Code)] = ["Код в ЄДЕБО", "Код", "Code"],
        [nameof(RegisterRow.Name)] = ["Повна назва", "Полное наименование", "Толық атауы", "Name"],
        [nameof(RegisterRow.ShortName)] = ["Скорочена назва", "Краткое наименование", "Қысқаша атауы", "Short name"],
        [nameof(RegisterRow.Status)] = ["Статус", "Мәртебесі", "Status"],
        [nameof(RegisterRow.Kind)] = ["Тип закладу", "Тип", "Түрі", "Kind"],
        [nameof(RegisterRow.Body)] = ["Найменування органу, до сфери управління якого належить заклад освіти", "Орган управления", "Басқару органы", "Governing body"],
        [nameof(RegisterRow.Address)] = ["Місцезнаходження (юридична адреса)", "Адрес", "Мекенжайы", "Address"],
        [nameof(RegisterRow.Locality)] = ["Населений пункт", "Населённый пункт", "Елді мекен", "Locality"],
        [nameof(RegisterRow.Site)] = ["Веб-сайт", "Сайт", "Website"],
    };

    // An address may stand in two lines, these never do.
    private static readonly string[] InOneLine = [nameof(RegisterRow.Code), nameof(RegisterRow.Name), nameof(RegisterRow.ShortName), nameof(RegisterRow.Body)];

    private static readonly string[] Needed = [nameof(RegisterRow.Code), nameof(RegisterRow.Name)];

    /// <exception cref="RuleException">A column that everything depends on isn't there, or the file isn't a CSV.</exception>
    public static List<RegisterRow> Read(string text)
    {
        text = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        try
        {
            using var csv = CsvReader.FromText(text, new() { HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true });
            Rule.Require(csv.Read(), "The file is empty.");
            var header = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
            var columns = Headers.ToDictionary(h => h.Key, h => header.FindIndex(name => h.Value.Contains(name, StringComparer.OrdinalIgnoreCase)));
            foreach (var needed in Needed)
                Rule.Require(columns[needed] >= 0, T.Say("The file has no column for '{0}'. It can be called: {1}.", needed, string.Join(", ", Headers[needed])));
            var rows = Rows(csv, columns, text.Split('\n'));
            CheckQuotes(text, rows);
            return rows;
        }
        catch (CsvFormatException wrong)
        {
            throw new RuleException(T.Say("The file can't be read as a table: {0}", wrong.Message));
        }
    }

    // The reader takes a mark that isn't closed as one that is closed at the end: all rows after it would be one long name.
    private static void CheckQuotes(string text, List<RegisterRow> rows)
    {
        if (text.Count(c => c == '"') % 2 == 0 || rows is not [.., var last] || last.LastLine == last.Line) return;
        var line = text.AsSpan(0, text.LastIndexOf('"')).Count('\n') + 1;
        throw new RuleException(T.Say("The file can't be read as a table: {0}", T.Say("the quotation mark in line {0} isn't closed.", line)));
    }

    private static List<RegisterRow> Rows(CsvReader csv, Dictionary<string, int> columns, string[] lines)
    {
        var rows = new List<RegisterRow>();
        while (csv.Read())
        {
            string Field(string name) => columns[name] < 0 || columns[name] >= csv.FieldCount ? "" : csv.GetString(columns[name]);
            var (line, breaks) = ((int)csv.LineNumber, Enumerable.Range(0, csv.FieldCount).Sum(at => Breaks(csv.GetString(at))));
            rows.Add(new(line, Field(nameof(RegisterRow.Code)), Field(nameof(RegisterRow.Name)), Field(nameof(RegisterRow.ShortName)), Field(nameof(RegisterRow.Status)),
                Field(nameof(RegisterRow.Kind)), Field(nameof(RegisterRow.Body)), Field(nameof(RegisterRow.Address)), Field(nameof(RegisterRow.Locality)), Field(nameof(RegisterRow.Site)))
            {
                LastLine = line + breaks,
                IsTorn = breaks > 0 && (InOneLine.Any(name => Breaks(Field(name)) > 0) || !WellQuoted().IsMatch(string.Join('\n', lines.Skip(line - 1).Take(breaks + 1)))),
            });
        }
        return rows;
    }

    private static int Breaks(string field) => field.AsSpan().Count('\n');

    // A mark that isn't closed is closed by the next row's first one, and that has text after it.
    [GeneratedRegex("""^(?:\s*"[^"]*(?:""[^"]*)*"\s*|[^",\n]*)(?:,(?:\s*"[^"]*(?:""[^"]*)*"\s*|[^",\n]*))*$""")]
    private static partial Regex WellQuoted();
}
