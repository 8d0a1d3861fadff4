using System.Buffers;

namespace Integral.Platform.Search;

/// <summary>
/// Takes the commonest endings off Ukrainian words, of nouns and adjectives first of all. Light: two words that it makes one are nearly
/// always forms of one word; some forms of one word stay two.
/// </summary>
internal static class UkrainianStemmer
{
    private const int Shortest = 3;

    private static readonly string[] Reflexive = ["ться", "тися", "ся", "сь"], Endings =
    [
        "уванням", "юванням", "ування", "ювання", "уванні", "юванні", "увати", "ювати",
        "остями", "остям", "остях", "ості", "істю", "ість",
        "ському", "ського", "ськими", "ській", "ською", "ський", "ських", "ським", "ська", "ське", "ську", "ські",
        "ення", "енню", "енні", "ання", "анню", "анні", "іння", "інню", "інні",
        "ього", "ьому", "ими", "іми", "ого", "ому", "ами", "ями", "ові", "еві", "єві", "ією", "ієї", "ати", "яти", "ити", "іти", "ають", "яють", "ують", "юють",
        "ій", "ий", "их", "іх", "им", "ім", "ою", "ею", "єю", "ам", "ям", "ах", "ях", "ів", "їв", "ей", "ом", "ем", "єм", "ії", "ія", "ію", "ала", "яла", "ила", "іла", "ало", "яло", "ило", "іло", "али", "яли", "или", "іли", "ить", "їть", "еть", "ать", "ять", "ує", "ає", "ює",
        "а", "е", "є", "и", "і", "ї", "о", "у", "ю", "я", "ь", "й", "в",
    ];

    public static string Stem(string word)
    {
        foreach (var ending in Reflexive)
            if (Ends(word, ending, Shortest + 1))
            {
                word = word[..^ending.Length];
                break;
            }
        foreach (var ending in Endings)
            if (Ends(word, ending, Shortest))
            {
                word = word[..^ending.Length];
                break;
            }
        word = word.Length > Shortest && word[^1] is 'ь' or 'й' ? word[..^1] : word;
        return word.Length > Shortest + 1 && word[^1] == word[^2] ? word[..^1] : word;
    }

    private static bool Ends(string word, string ending, int least) => word.Length - ending.Length >= least && word.EndsWith(ending, StringComparison.Ordinal);
}

/// <summary>Takes Kazakh endings off in the order in which they were put on: the case, whose it is, the plural. Light: derived words stay themselves.</summary>
internal static class KazakhStemmer
{
    private const int Shortest = 3;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("аәеиоөуұүыіэюя");

    private static readonly string[][] Layers =
    [
        ["ндағы", "ндегі", "дағы", "дегі", "тағы", "тегі"],
        ["менен", "бенен", "пенен", "ның", "нің", "дың", "дің", "тың", "тің", "нан", "нен", "дан", "ден", "тан", "тен", "нда", "нде", "мен", "бен", "пен",
            "ға", "ге", "қа", "ке", "на", "не", "ны", "ні", "ды", "ді", "ты", "ті", "да", "де", "та", "те", "н"],
        ["ларымыз", "леріміз", "ымыз", "іміз", "ыңыз", "іңіз", "мыз", "міз", "ңыз", "ңіз", "сы", "сі", "ым", "ім", "ың", "ің", "ы", "і"],
        ["лар", "лер", "дар", "дер", "тар", "тер"],
        ["у", "ю"],
    ];

    // A bare word may end as if it had an ending: what is taken off it must be taken off all its forms, so it goes on until nothing is left to take.
    public static string Stem(string word)
    {
        for (var before = ""; before != word;)
        {
            before = word;
            word = Once(word);
        }
        // The last sound becomes soft before a vowel: тамақ, тамағы.
        return word.Length < Shortest ? word : word[^1] switch { 'ғ' => word[..^1] + 'қ', 'г' => word[..^1] + 'к', 'б' => word[..^1] + 'п', _ => word };
    }

    private static string Once(string word)
    {
        foreach (var layer in Layers)
            foreach (var ending in layer)
                if (word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - ending.Length)))
                {
                    word = word[..^ending.Length];
                    break;
                }
        return word;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);
}
