using System.Globalization;
using System.Text;

namespace Integral.Content.Publishing;

/// <summary>Makes an address out of a title: «Наша школа» gives nasha-shkola.</summary>
internal static class Slugs
{
    private const int Longest = 80;

    private static readonly Dictionary<char, string> Latin = Table(
        "а a, б b, в v, г g, д d, е e, ё e, ж zh, з z, и i, й i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, х kh, ц ts, ч ch, ш sh, щ shch, ы y, э e, ю iu, я ia, "
        + "і i, ї i, є ie, ґ g, ә a, ғ g, қ q, ң ng, ө o, ұ u, ү u, һ h");

    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant().Normalize(NormalizationForm.FormC))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (Latin.TryGetValue(letter, out var latin)) slug.Append(latin);
            else if (letter is not ('ь' or 'ъ' or '\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= Longest) break;
        }
        return slug.ToString().Trim('-');
    }

    private static Dictionary<char, string> Table(string pairs) =>
        pairs.Split(", ").ToDictionary(pair => pair[0], pair => pair[2..]);
}
