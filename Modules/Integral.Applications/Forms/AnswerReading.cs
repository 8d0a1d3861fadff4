using System.Globalization;

namespace Integral.Applications.Forms;

/// <summary>Reads what was said as the kind of the question has it.</summary>
internal static class AnswerReading
{
    public const int LongestText = 300, LongestLongText = 4000;

    private const decimal Largest = 1_000_000_000_000m;
    private static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy"];

    /// <returns>The values as they are kept, and why they can't be; null where they can.</returns>
    public static (IReadOnlyList<string> Values, Sentence? Fault) Of(AskedField field, IReadOnlyList<string> said)
    {
        if (field.Kind != AskedKind.Several && said.Count > 1) return (said, T.Say("Only one answer is asked for."));
        return field.Kind switch
        {
            AskedKind.Text => (said, Text(said[0], LongestText, char.IsControl)),
            AskedKind.LongText => (said, Text(said[0], LongestLongText, c => char.IsControl(c) && c is not '\n' and not '\t')),
            AskedKind.Number => Number(said[0]),
            AskedKind.Day => Day(said[0]),
            AskedKind.File => (said, null),
            AskedKind.YesNo => (said, said[0] is "true" or "false" ? null : T.Say("Say yes or no.")),
            _ => (said, said.FirstOrDefault(s => field.Choices.All(c => c.Name != s)) is { } other ? T.Say("'{0}' isn't one of the answers that can be chosen.", Short(other)) : null),
        };
    }

    private static Sentence? Text(string said, int longest, Func<char, bool> isStrange) =>
        said.Length > longest ? T.Say("At most {0} characters.", longest) : said.Any(isStrange) ? T.Say("There is a character in it that can't be read.") : null;

    // Three of our four languages write 18,5.
    private static (IReadOnlyList<string>, Sentence?) Number(string said) =>
        decimal.TryParse(said.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Largest
            ? ([number.ToString(CultureInfo.InvariantCulture)], null) : ([said], T.Say("'{0}' is no number.", Short(said)));

    private static (IReadOnlyList<string>, Sentence?) Day(string said) =>
        DateOnly.TryParseExact(said, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1899 and < 2200
            ? ([day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], null) : ([said], T.Say("'{0}' is no day; it is written like 2026-09-01.", Short(said)));

    private static string Short(string said) => said.Length <= 60 ? said : said[..60] + "…";
}
