using System.Buffers;

namespace Integral.Platform.Search;

/// <summary>The Russian stemmer as Snowball describes it, written anew from that description. Words come folded: without ё.</summary>
internal static class RussianStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");

    private static readonly string[]
        Gerund1 = ["вшись", "вши", "в"],
        Gerund2 = ["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"],
        Reflexive = ["ся", "сь"],
        Adjective = ["ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею"],
        Participle1 = ["ем", "нн", "вш", "ющ", "щ"],
        Participle2 = ["ивш", "ывш", "ующ"],
        Verb1 = ["ете", "йте", "ешь", "нно", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "й", "л", "н"],
        Verb2 = ["ейте", "уйте", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить", "ыть", "ишь", "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ят", "ит", "ыт", "ую", "ю"],
        Noun = ["иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей", "ой", "ий", "ям", "ем", "ам", "ом", "ах", "ях", "ию", "ью", "ия", "ья", "а", "е", "и", "й", "о", "у", "ы", "ь", "ю", "я"],
        Superlative = ["ейше", "ейш"],
        Derivational = ["ость", "ост"];

    public static string Stem(string word)
    {
        var begins = AfterVowel(word);
        if (begins >= word.Length) return word;
        var second = Region(word, Region(word, 0));

        if (!Cut(ref word, begins, Gerund1, Gerund2))
        {
            Cut(ref word, begins, Reflexive);
            if (Cut(ref word, begins, Adjective)) Cut(ref word, begins, Participle1, Participle2);
            else if (!Cut(ref word, begins, Verb1, Verb2)) Cut(ref word, begins, Noun);
        }
        Cut(ref word, begins, ["и"]);
        Cut(ref word, Math.Max(begins, second), Derivational);
        if (EndsWith(word, begins, "нн")) word = word[..^1];
        else if (Cut(ref word, begins, Superlative))
        {
            if (EndsWith(word, begins, "нн")) word = word[..^1];
        }
        else Cut(ref word, begins, ["ь"]);
        return word;
    }

    private static int AfterVowel(string word) => word.AsSpan().IndexOfAny(Vowels) is >= 0 and var first ? first + 1 : word.Length;

    /// <summary>Behind the first consonant that follows a vowel.</summary>
    private static int Region(string word, int from)
    {
        for (var at = from + 1; at < word.Length; at++)
            if (!IsVowel(word[at]) && IsVowel(word[at - 1])) return at + 1;
        return word.Length;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
    private static bool EndsWith(string word, int begins, string ending) => word.Length - ending.Length >= begins && word.EndsWith(ending, StringComparison.Ordinal);

    // The longest ending of both lists decides; of the first list it goes only behind а or я, which stay.
    private static bool Cut(ref string word, int begins, string[] afterA, string[] others)
    {
        var (first, second) = (Longest(word, begins, afterA), Longest(word, begins, others));
        if (second >= first) return CutOff(ref word, second);
        var at = word.Length - first - 1;
        return at >= begins && word[at] is 'а' or 'я' ? CutOff(ref word, first) : CutOff(ref word, second);
    }

    private static bool Cut(ref string word, int begins, string[] endings) => CutOff(ref word, Longest(word, begins, endings));

    private static int Longest(string word, int begins, string[] endings)
    {
        foreach (var ending in endings)
            if (EndsWith(word, begins, ending)) return ending.Length;
        return 0;
    }

    private static bool CutOff(ref string word, int length)
    {
        if (length == 0) return false;
        word = word[..^length];
        return true;
    }
}
