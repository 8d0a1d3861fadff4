using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Integral.People;

/// <summary>Logins for people without an e-mail: <c>k7q2-petrenko</c>, to be typed on any keyboard.</summary>
internal static class Logins
{
    private const int LongestName = 24;

    // Russian, Ukrainian and Kazakh letters; the soft and hard signs vanish.
    private static readonly FrozenDictionary<char, string> Latin = new Dictionary<char, string>
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "e", ['є'] = "ie", ['ж'] = "zh", ['з'] = "z",
        ['и'] = "y", ['і'] = "i", ['ї'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r",
        ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ы'] = "y",
        ['э'] = "e", ['ю'] = "iu", ['я'] = "ia", ['ә'] = "a", ['ғ'] = "g", ['қ'] = "q", ['ң'] = "ng", ['ө'] = "o", ['ұ'] = "u", ['ү'] = "u", ['һ'] = "h",
    }.ToFrozenDictionary();

    public static string Issue(string familyName, string culture) =>
        $"{RandomNumberGenerator.GetString(FirstPasswords.Letters, 4)}-{Transliterated(familyName, culture)}";

    public static string Transliterated(string name, string culture)
    {
        var text = new StringBuilder();
        foreach (var letter in name.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormC))
            text.Append(letter == 'и' && culture != "uk" ? "i" : Latin.GetValueOrDefault(letter) ?? Plain(letter));
        var latin = text.Length > LongestName ? text.ToString(0, LongestName) : text.ToString();
        return latin.Length > 0 ? latin : "user";
    }

    /// <exception cref="RuleException">Nobody could type or remember it.</exception>
    public static string Chosen(string text)
    {
        var login = text.Trim();
        Rule.Require(login.Length is >= 3 and <= 200, "A login has 3 to 200 characters.", "Login");
        Rule.Require(login.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '@' or '+'), "A login has letters, digits and the signs . - _ @ + only.", "Login");
        return login;
    }

    // é loses its accent; what isn't a Latin letter then is left out.
    private static string Plain(char letter) =>
        new([.. letter.ToString().Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit)]);
}
