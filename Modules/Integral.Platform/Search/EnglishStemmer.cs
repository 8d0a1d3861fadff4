using System.Buffers;
using System.Collections.Frozen;

namespace Integral.Platform.Search;

/// <summary>The English stemmer that Snowball calls Porter 2, written anew from its description. Words come folded: without apostrophes.</summary>
internal static class EnglishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli",
        ["singly"] = "singl", ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe", ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> AfterPlural = FrozenSet.Create("inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed");

    private static readonly (string Ending, string Becomes)[]
        Second = [("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"),
            ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", "")],
        Third = [("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", "")];

    private static readonly string[] Fourth = ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

    public static string Stem(string word)
    {
        if (word.Length <= 2) return word;
        if (Exceptions.TryGetValue(word, out var known)) return known;
        word = Consonants(word);
        var (first, second) = Regions(word);

        word = Plural(word);
        if (AfterPlural.Contains(word)) return word.Replace('Y', 'y');
        word = Past(word, first);
        if (word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2])) word = word[..^1] + "i";
        word = Derived(word, first);
        word = Further(word, first, second);
        word = Cut(word, second);
        return End(word, first, second).Replace('Y', 'y');
    }

    // y at the beginning and behind a vowel is a consonant: it is written large meanwhile.
    private static string Consonants(string word) => string.Concat(word.Select((c, at) => c == 'y' && (at == 0 || IsVowel(word[at - 1])) ? 'Y' : c));

    private static (int, int) Regions(string word)
    {
        var first = word.StartsWith("gener", StringComparison.Ordinal) || word.StartsWith("arsen", StringComparison.Ordinal) ? 5 : word.StartsWith("commun", StringComparison.Ordinal) ? 6 : Region(word, 0);
        return (first, Region(word, first));
    }

    private static int Region(string word, int from)
    {
        for (var at = from + 1; at < word.Length; at++)
            if (!IsVowel(word[at]) && IsVowel(word[at - 1])) return at + 1;
        return word.Length;
    }

    private static string Plural(string word)
    {
        if (Ends(word, "sses")) return word[..^2];
        if (Ends(word, "ied") || Ends(word, "ies")) return word.Length > 4 ? word[..^2] : word[..^1];
        if (Ends(word, "us") || Ends(word, "ss") || !Ends(word, "s")) return word;
        return HasVowel(word, word.Length - 2) ? word[..^1] : word;
    }

    private static string Past(string word, int first)
    {
        foreach (var ending in new[] { "eedly", "eed" })
            if (Ends(word, ending)) return word.Length - ending.Length >= first ? word[..^ending.Length] + "ee" : word;
        foreach (var ending in new[] { "ingly", "edly", "ing", "ed" })
        {
            if (!Ends(word, ending)) continue;
            var left = word[..^ending.Length];
            if (!HasVowel(left, left.Length)) return word;
            if (Ends(left, "at") || Ends(left, "bl") || Ends(left, "iz")) return left + "e";
            if (left.Length > 1 && left[^1] == left[^2] && left[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't') return left[..^1];
            return left.Length <= first && IsShortSyllable(left) ? left + "e" : left;
        }
        return word;
    }

    private static string Derived(string word, int first)
    {
        foreach (var (ending, becomes) in Second)
        {
            if (!Ends(word, ending)) continue;
            var at = word.Length - ending.Length;
            if (at < first || ending == "ogi" && (at == 0 || word[at - 1] != 'l') || ending == "li" && (at == 0 || !"cdeghkmnrt".Contains(word[at - 1], StringComparison.Ordinal))) return word;
            return word[..at] + becomes;
        }
        return word;
    }

    private static string Further(string word, int first, int second)
    {
        foreach (var (ending, becomes) in Third)
        {
            if (!Ends(word, ending)) continue;
            var at = word.Length - ending.Length;
            return at < (ending == "ative" ? second : first) ? word : word[..at] + becomes;
        }
        return word;
    }

    private static string Cut(string word, int second)
    {
        foreach (var ending in Fourth)
        {
            if (!Ends(word, ending)) continue;
            var at = word.Length - ending.Length;
            return at < second || ending == "ion" && (at == 0 || word[at - 1] is not ('s' or 't')) ? word : word[..at];
        }
        return word;
    }

    private static string End(string word, int first, int second)
    {
        var at = word.Length - 1;
        if (word[at] == 'e') return at >= second || at >= first && !IsShortSyllable(word[..at]) ? word[..at] : word;
        return word[at] == 'l' && at >= second && at > 0 && word[at - 1] == 'l' ? word[..at] : word;
    }

    private static bool IsShortSyllable(string word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y'),
    };

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
    private static bool HasVowel(string word, int before) => word.AsSpan(0, before).ContainsAny(Vowels);
    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
