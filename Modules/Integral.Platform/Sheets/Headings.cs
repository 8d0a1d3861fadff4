using System.Text;

namespace Integral.Platform.Sheets;

/// <summary>
/// Which heading means which field. A heading fits a field when it is one of its phrases, or begins with one, or has one in it;
/// the better fit wins, and of equal ones the column further to the left.
/// </summary>
/// <param name="phrases">What each field can be called, as <see cref="HeadingText.Plain"/> writes it; the surest first.</param>
/// <param name="elsewhere">What stands in a heading beside a phrase and means another column: a code of a type, a date of a status.</param>
public sealed class Headings<TField>(IReadOnlyDictionary<TField, string[]> phrases, IReadOnlyList<string> elsewhere) where TField : struct, Enum
{
    private const int Same = 1000, Begins = 500, Within = 100;

    /// <summary>The column of each field that a heading names; a column serves one field.</summary>
    public Dictionary<TField, int> Find(IReadOnlyList<string> header)
    {
        var plain = header.Select(HeadingText.Plain).ToList();
        var fits = phrases.SelectMany(p => plain.Select((heading, at) => (Field: p.Key, At: at, Score: Fit(heading, p.Value)))).Where(f => f.Score > 0)
            .OrderByDescending(f => f.Score).ThenBy(f => f.At);
        var found = new Dictionary<TField, int>();
        foreach (var (field, at, _) in fits)
            if (!found.ContainsValue(at)) found.TryAdd(field, at);
        return found;
    }

    /// <summary>Some names by which the field is found, for the sentence that says it isn't.</summary>
    public IEnumerable<string> Of(TField field) => phrases[field].Take(5);

    private int Fit(string heading, string[] names)
    {
        if (heading.Length == 0) return 0;
        var best = names.Select((phrase, rank) => Fit(heading, phrase) is > 0 and var fit ? fit - rank : 0).Max();
        if (best is 0 or > Same - Begins) return best;
        return elsewhere.Any(word => Has(heading, word) && !names.Any(p => Has(p, word) && Has(heading, p))) ? 0 : best;
    }

    private static int Fit(string heading, string phrase) =>
        heading == phrase ? Same : heading.StartsWith(phrase + ' ', StringComparison.Ordinal) ? Begins : Has(heading, phrase) ? Within : 0;

    private static bool Has(string heading, string words) => $" {heading} ".Contains($" {words} ", StringComparison.Ordinal);
}

public static class HeadingText
{
    /// <summary>Small letters, one space between words, nothing else; EstablishmentName and SCH_NAME are two words each.</summary>
    public static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length + 4);
        for (var i = 0; i < heading.Length; i++)
        {
            var c = heading[i];
            if (c is '\'' or '’' or 'ʼ') continue;      // the last is a letter of its own
            if (i > 0 && char.IsUpper(c) && char.IsLower(heading[i - 1])) plain.Append(' ');
            if (char.IsLetterOrDigit(c)) plain.Append(c is 'ё' or 'Ё' ? 'е' : char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }
}
