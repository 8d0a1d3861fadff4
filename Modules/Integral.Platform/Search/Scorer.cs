namespace Integral.Platform.Search;

/// <summary>Orders what was found, by nothing but what stands in the documents and the question: so the same on both engines.</summary>
internal static class Scorer
{
    private const double LeastRarity = .15, OfTitle = .45, OfPhrase = .25, OfNewness = .03, ByAll = 1.4;
    private const double DaysOfNewness = 365;

    /// <summary>How much a word says that so many of so many documents have.</summary>
    public static double Rarity(int count, int of) => Math.Max(LeastRarity, Math.Log(1 + (of - count + .5) / (count + .5)));

    /// <summary>What the index alone tells.</summary>
    public static double Score(Candidate candidate, double[] rarities)
    {
        var (sum, all, has) = (0d, 0d, 0d);
        for (var at = 0; at < rarities.Length; at++)
        {
            sum += rarities[at] * candidate.Answers[at];
            all += rarities[at];
            if (candidate.Answers[at] > 0) has += rarities[at];
        }
        // A document that has all the words is worth more than one that has one of them often.
        return sum * Math.Pow(has / all, ByAll);
    }

    /// <summary>And what its title and its day tell besides.</summary>
    /// <param name="found">Terms that it has.</param>
    public static double Score(double score, HashSet<string> found, string title, DateTime at, SoughtWords sought, Analyser analyser, DateTime newest)
    {
        var words = analyser.Read(title).Select(w => w.Term).ToList();
        var named = words.Count(found.Contains);
        var covered = words.Count == 0 ? 0 : (double)named / words.Count;
        var asked = sought.Words.Count(w => w.Terms.Keys.Any(words.Contains));
        var inTitle = (double)asked / sought.Words.Count;
        var age = Math.Max(0, (newest - at).TotalDays);
        return score * (1 + OfTitle * inTitle * (.5 + covered / 2) + (IsPhrase(words, sought) ? OfPhrase : 0) + OfNewness / (1 + age / DaysOfNewness));
    }

    private static bool IsPhrase(List<string> words, SoughtWords sought)
    {
        if (sought.Words.Count < 2) return false;
        for (var at = 0; at + sought.Words.Count <= words.Count; at++)
            if (sought.Words.Select((w, i) => w.Terms.ContainsKey(words[at + i])).All(same => same)) return true;
        return false;
    }
}
