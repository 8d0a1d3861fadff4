using System.Globalization;
using System.Text;

namespace Integral.Platform.Search;

/// <summary>The terms of a document with their ranks, and the words they came of.</summary>
/// <param name="Ranks">From 0, the best, to <see cref="Lowest"/>.</param>
/// <param name="Words">Folded words with their terms.</param>
internal sealed record DocumentTerms(IReadOnlyDictionary<string, int> Ranks, IReadOnlyDictionary<string, string> Words)
{
    public const int Lowest = 1000;

    private const int MostTerms = 2000;
    private const double OfTitle = 6, OfSummary = 2, Saturation = 2, ByLength = .35, UsualLength = 150;

    public static DocumentTerms Empty { get; } = new(new Dictionary<string, int>(), new Dictionary<string, string>());

    public static DocumentTerms Of(Searchable record)
    {
        var analyser = new Analyser(record.Culture);
        var (weights, words, length) = (new Dictionary<string, double>(), new Dictionary<string, string>(), 0);
        Add(record.Title, OfTitle);
        Add(record.Summary, OfSummary);
        length = 0;
        Add(record.Text.Length <= Searchable.LongestText ? record.Text : record.Text[..Searchable.LongestText], 1);
        var enough = Saturation * (1 - ByLength + ByLength * length / UsualLength);
        return new(weights.ToDictionary(w => w.Key, w => Lowest - (int)Math.Round(Lowest * w.Value / (w.Value + enough))), words);

        void Add(string text, double weight)
        {
            foreach (var word in analyser.Read(text))
            {
                length++;
                if (word.Term.Length > SearchPosting.LongestTerm || word.Surface.Length > SearchPosting.LongestTerm) continue;
                if (!weights.TryGetValue(word.Term, out var already) && weights.Count >= MostTerms) continue;
                weights[word.Term] = already + weight;
                words[word.Surface] = word.Term;
            }
        }
    }

    /// <summary>As a document keeps them.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (term, rank) in Ranks.OrderBy(r => r.Key, StringComparer.Ordinal)) text.Append(term).Append(' ').Append(rank.ToString(CultureInfo.InvariantCulture)).Append(' ');
        return text.ToString();
    }

    /// <summary>The rank of one term, without reading all of them; null where it isn't among them.</summary>
    public static int? RankIn(string kept, string term)
    {
        // A rank looks like a term that is a number.
        if (term.Length == 0 || char.IsAsciiDigit(term[0])) return Read(kept).TryGetValue(term, out var known) ? known : null;
        for (var at = kept.IndexOf(term, StringComparison.Ordinal); at >= 0; at = kept.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            var end = at + term.Length;
            if ((at == 0 || kept[at - 1] == ' ') && end < kept.Length && kept[end] == ' ') return int.Parse(kept.AsSpan(end + 1, kept.IndexOf(' ', end + 1) - end - 1), CultureInfo.InvariantCulture);
        }
        return null;
    }

    public static Dictionary<string, int> Read(string kept)
    {
        var ranks = new Dictionary<string, int>();
        for (var at = 0; at < kept.Length;)
        {
            var (middle, end) = (kept.IndexOf(' ', at), 0);
            end = kept.IndexOf(' ', middle + 1);
            ranks[kept[at..middle]] = int.Parse(kept.AsSpan(middle + 1, end - middle - 1), CultureInfo.InvariantCulture);
            at = end + 1;
        }
        return ranks;
    }
}
