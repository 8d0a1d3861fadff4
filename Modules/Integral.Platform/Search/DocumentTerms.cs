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
    private const double OfTitle = 6, OfSummary = 2, OfAttached = .5, Saturation = 2, ByLength = .35, UsualLength = 150;

    public static DocumentTerms Empty { get; } = new(new Dictionary<string, int>(), new Dictionary<string, string>());

    public static DocumentTerms Of(Searchable record)
    {
        var analyser = new Analyser(record.Culture);
        var (weights, words, length) = (new Dictionary<string, double>(), new Dictionary<string, string>(), 0);
        Add(record.Title, OfTitle);
        Add(record.Summary, OfSummary);
        length = 0;
        Add(Cut(record.Text), 1);
        var worths = Worths();
        if (record.Attached.Length > 0) Attach();
        return new(worths.ToDictionary(w => w.Key, w => Lowest - (int)Math.Round(Lowest * w.Value)), words);

        // However long a file is, what it hangs on is found by its own words as before.
        void Attach()
        {
            weights.Clear();
            length = 0;
            Add(Cut(record.Attached), 1);
            foreach (var (term, worth) in Worths())
                if (worths.TryGetValue(term, out var own) || worths.Count < MostTerms) worths[term] = Math.Max(own, OfAttached * worth);
            foreach (var (word, term) in words.ToList())
                if (!worths.ContainsKey(term)) words.Remove(word);
        }

        Dictionary<string, double> Worths()
        {
            var enough = Saturation * (1 - ByLength + ByLength * length / UsualLength);
            return weights.ToDictionary(w => w.Key, w => w.Value / (w.Value + enough));
        }

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

    private static string Cut(string text) => text.Length <= Searchable.LongestText ? text : text[..Searchable.LongestText];

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
