using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Integral.Platform.Tenancy;

/// <summary>Russian, Ukrainian and Kazakh names in Latin letters, for addresses.</summary>
public static class Transliteration
{
    private static readonly FrozenDictionary<char, string> Common = Table(
        "а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю iu я ia " +
        "ё e є ie і i ї i ґ g ә a ғ g қ q ң n ө o ұ u ү u һ h");

    // Ukraine's own table of 2010 differs from the Russian one in these, and at the beginning of a word.
    private static readonly FrozenDictionary<char, string> Ukrainian = Table("г h и y ґ g");
    private static readonly FrozenDictionary<char, string> UkrainianStart = Table("є ye ї yi й y ю yu я ya");

    private static readonly SearchValues<char> OnlyUkrainian = SearchValues.Create("їєґ"), NeverUkrainian = SearchValues.Create("әғқңөұүһыэёъ");

    /// <summary>Small Latin letters, digits and single hyphens, at most so many; empty for a name that has neither letters nor digits.</summary>
    public static string Slug(string name, int most)
    {
        var text = name.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var isUkrainian = IsUkrainian(text);
        var slug = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (Letters(text, i, isUkrainian) is { } letters) slug.Append(letters);
            else if (!IsApostrophe(text[i]) && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return Cut(slug.ToString().Trim('-'), most);
    }

    private static string? Letters(string text, int at, bool isUkrainian)
    {
        var letter = text[at];
        if (char.IsAsciiLetterOrDigit(letter)) return letter.ToString();
        if (!isUkrainian) return Common.GetValueOrDefault(letter);
        if (letter == 'г' && at > 0 && text[at - 1] == 'з') return "gh";      // зг would read as ж
        var isStart = at == 0 || !char.IsLetter(text[at - 1]) && !IsApostrophe(text[at - 1]);
        return isStart && UkrainianStart.TryGetValue(letter, out var first) ? first
            : Ukrainian.TryGetValue(letter, out var own) ? own
            : Common.GetValueOrDefault(letter);
    }

    // і is Kazakh too, so on its own it says Ukrainian only where no Kazakh or Russian letter stands beside it.
    private static bool IsUkrainian(string text) =>
        text.AsSpan().IndexOfAny(OnlyUkrainian) >= 0 || text.Contains('і') && text.AsSpan().IndexOfAny(NeverUkrainian) < 0;

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`';

    // Whole words where that leaves enough of the name.
    private static string Cut(string slug, int most)
    {
        if (slug.Length <= most) return slug;
        var end = slug.LastIndexOf('-', most);
        return slug[..(end > most / 2 ? end : most)].TrimEnd('-');
    }

    private static FrozenDictionary<char, string> Table(string pairs)
    {
        var parts = pairs.Split(' ');
        return parts.Chunk(2).ToFrozenDictionary(p => p[0][0], p => p[1]);
    }
}
