using Integral.Platform.Data;

namespace Integral.Platform.Search;

/// <summary>How well one document answers each word of a question, as far as the index told.</summary>
internal sealed class Candidate(int words)
{
    private UInt128 terms;

    /// <summary>From 0 to 1, a word each.</summary>
    public double[] Answers { get; } = new double[words];

    /// <param name="word">Of the question.</param>
    /// <param name="term">Its place among the question's terms.</param>
    public void Take(int word, int term, double worth)
    {
        Answers[word] = Math.Max(Answers[word], worth);
        terms |= UInt128.One << term;
    }

    /// <summary>Those of the question's terms that it has.</summary>
    public HashSet<string> Of(IReadOnlyList<string> all) => [.. all.Where((_, at) => (terms >> at & UInt128.One) != 0)];
}

/// <summary>What the engine finds for a question in one shelf.</summary>
internal sealed class Candidates(Db db, Shelf shelf, Question question, SoughtWords sought, CancellationToken cancel)
{
    private readonly Postings postings = new(db, shelf, question);
    private readonly List<string> terms = [];
    private readonly List<List<FoundPosting>> read = [];

    public Dictionary<long, Candidate> Found { get; } = [];

    /// <summary>All terms that were asked for: never more than <see cref="Candidate"/> can tell apart, 12 words of 10.</summary>
    public IReadOnlyList<string> Terms => terms;

    /// <summary>Of how many documents each word was found, at most <see cref="Postings.MostOfATerm"/>.</summary>
    public int[] Counts { get; } = new int[sought.Words.Count];

    /// <summary>A word has more documents than were read: those that were found by the others may have it too.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Words of which no document has any term.</summary>
    public List<SoughtWord> Missing => [.. sought.Words.Where((_, at) => Counts[at] == 0)];

    /// <summary>Asks for what wasn't asked for yet, in one statement.</summary>
    public async Task FindAsync()
    {
        var wanted = sought.Words.SelectMany(w => w.Terms.Keys).Except(terms).ToList();
        if (wanted.Count > 0)
        {
            terms.AddRange(wanted);
            foreach (var _ in wanted) read.Add([]);
            foreach (var row in await postings.ReadAsync(wanted, cancel)) read[terms.Count - wanted.Count + row.At].Add(row);
            IsCutOff |= postings.IsNarrowed || read.Exists(r => r.Count == Postings.MostOfATerm);
        }
        for (var at = 0; at < sought.Words.Count; at++)
            if (Counts[at] == 0) Counts[at] = Math.Min(Take(at, sought.Words[at]), Postings.MostOfATerm);
    }

    private int Take(int at, SoughtWord word)
    {
        var found = new HashSet<long>();
        foreach (var (term, worth) in word.Terms)
        {
            var place = terms.IndexOf(term);
            foreach (var row in read[place])
            {
                if (!Found.TryGetValue(row.Document, out var candidate)) Found[row.Document] = candidate = new(sought.Words.Count);
                candidate.Take(at, place, Worth(worth, row.Rank));
                found.Add(row.Document);
            }
        }
        return found.Count;
    }

    /// <summary>Of common words the index told only of the best documents: a document itself says what it has.</summary>
    /// <param name="kept">As <see cref="SearchDocument.Terms"/> has it.</param>
    public void Complete(Candidate candidate, string kept)
    {
        for (var at = 0; at < sought.Words.Count; at++)
            foreach (var (term, worth) in sought.Words[at].Terms)
                if (DocumentTerms.RankIn(kept, term) is { } rank) candidate.Take(at, terms.IndexOf(term), Worth(worth, rank));
    }

    private static double Worth(double worth, int rank) => worth * (DocumentTerms.Lowest - rank) / DocumentTerms.Lowest;
}
