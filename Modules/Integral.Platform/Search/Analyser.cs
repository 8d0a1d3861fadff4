namespace Integral.Platform.Search;

/// <summary>A word as the index knows it.</summary>
/// <param name="Start">Where it stands in the text.</param>
/// <param name="Length">How many characters of the text it is.</param>
/// <param name="Surface">Folded, but whole.</param>
/// <param name="Term">What its forms have in common.</param>
internal readonly record struct Analysed(int Start, int Length, string Surface, string Term);

/// <summary>Makes of a text the terms it can be found by. The same text gives the same terms on both engines, in the index and in a question.</summary>
/// <param name="culture">Two letters.</param>
internal sealed class Analyser(string culture)
{
    /// <summary>Rises whenever the same text gives other terms than before: what was indexed by an older one is indexed anew.</summary>
    public const int Edition = 1;

    private const int FewestLettersToStem = 4;

    private readonly Func<string, string> stem = culture switch
    {
        "ru" => RussianStemmer.Stem,
        "uk" => UkrainianStemmer.Stem,
        "kk" => KazakhStemmer.Stem,
        "en" => EnglishStemmer.Stem,
        _ => word => word,
    };

    private readonly Dictionary<string, string> known = [];

    public IEnumerable<Analysed> Read(string text)
    {
        foreach (var word in TextWords.Of(text))
        {
            if (word.Folded.Length == 0 || StopWords.Has(culture, word.Folded)) continue;
            yield return new(word.Start, word.Length, word.Folded, Term(word.Folded));
            if (word.Joined is { } joined) yield return new(word.Start, word.Length, joined, joined);
        }
    }

    /// <param name="folded">A single word.</param>
    public string Term(string folded)
    {
        if (folded.Length < FewestLettersToStem || char.IsAsciiDigit(folded[0])) return folded;
        if (known.TryGetValue(folded, out var term)) return term;
        return known[folded] = stem(folded);
    }
}
