using Integral.People.Contracts;
using Integral.Platform.Sheets;

namespace Integral.Applications.Forms;

/// <summary>
/// What the people on a list answer. In a table a question is a column that is called as the question is in any language, or by its name; what can be chosen is written in words or
/// by its name, several with a semicolon or comma between them. Columns that are none are left alone, as ever.
/// </summary>
internal sealed class ListAnswers
{
    private static readonly HashSet<string> Yes = ["true", "yes", "да", "иә", "ия", "так", "1"], No = ["false", "no", "нет", "жоқ", "ні", "0"];

    private readonly Func<TabledPerson, IReadOnlyDictionary<string, IReadOnlyList<string>>> read;

    private ListAnswers(Func<TabledPerson, IReadOnlyDictionary<string, IReadOnlyList<string>>> read) => this.read = read;

    /// <summary>As programs say them, person by person.</summary>
    public static ListAnswers Said(IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> answers) => new(row => answers[row.Line - 1]);

    /// <summary>Out of the columns of a table; without headings nothing is answered.</summary>
    public static ListAnswers InColumns(AskedForm form, IReadOnlyList<string>? header)
    {
        var columns = new List<(AskedField Field, int At)>();
        var plain = (header ?? []).Select(HeadingText.Plain).ToList();
        foreach (var field in form.Fields)
            if (plain.FindIndex(h => HeadingsOf(field).Contains(h)) is >= 0 and var at) columns.Add((field, at));
        return new(row => columns.Where(c => c.At < row.Written.Count).ToDictionary(c => c.Field.Name, c => Read(c.Field, SafeCell.Plain(row.Written[c.At]).Trim())));
    }

    /// <summary>Headings that are questions, so that none is taken for something that is known of every person.</summary>
    public static IReadOnlySet<string> Headings(AskedForm form) => form.Fields.SelectMany(HeadingsOf).ToHashSet();

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Of(TabledPerson row) => read(row);

    /// <summary>True or false as answers have it, of a word in any of the languages; null where it is neither.</summary>
    public static string? YesOrNo(string word) => word.Trim().ToLowerInvariant() is var said && Yes.Contains(said) ? "true" : No.Contains(said) ? "false" : null;

    private static IEnumerable<string> HeadingsOf(AskedField field) => field.Label.Values.Append(field.Name).Select(HeadingText.Plain).Where(h => h.Length > 0);

    private static IReadOnlyList<string> Read(AskedField field, string cell)
    {
        if (cell.Length == 0) return [];
        return field.Kind switch
        {
            AskedKind.YesNo => [YesOrNo(cell) ?? cell],
            AskedKind.One => [Chosen(field, cell) ?? cell],
            AskedKind.Several => Chosen(field, cell) is { } only ? [only] : [.. cell.Split(cell.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => Chosen(field, one) ?? one)],
            _ => [cell],
        };
    }

    private static string? Chosen(AskedField field, string said)
    {
        var plain = HeadingText.Plain(said);
        return field.Choices.FirstOrDefault(c => c.Name == said || c.Label.Values.Any(l => HeadingText.Plain(l) == plain))?.Name;
    }
}
