using System.Text;

namespace Integral.Platform.Search;

/// <summary>Makes the ways of writing one word one: case, ё and е, accents of Latin letters, Latin letters typed within a Cyrillic word.</summary>
internal static class Folding
{
    private const string Latin = "aceopxyikmtbh", Cyrillic = "асеорхуікмтвн";

    /// <param name="word">Letters and digits, with apostrophes within.</param>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        bool isCyrillic = false, isLatin = false;
        foreach (var letter in word)
        {
            if (IsApostrophe(letter)) continue;
            var small = Plain(char.ToLowerInvariant(letter));
            isCyrillic |= small is >= '\u0400' and <= '\u052f';
            isLatin |= char.IsAsciiLetterLower(small);
            folded.Append(small);
        }
        if (isCyrillic && isLatin)
            for (var at = 0; at < folded.Length; at++)
                if (Latin.IndexOf(folded[at], StringComparison.Ordinal) is >= 0 and var twin) folded[at] = Cyrillic[twin];
        return folded.ToString();
    }

    public static bool IsApostrophe(char letter) => letter is '\'' or '’' or 'ʼ' or '`';

    private static char Plain(char letter) => letter switch
    {
        'ё' => 'е',
        'ґ' => 'г',
        < '\u00c0' or > '\u024f' => letter,
        _ => $"{letter}".Normalize(NormalizationForm.FormD)[0],
    };
}
