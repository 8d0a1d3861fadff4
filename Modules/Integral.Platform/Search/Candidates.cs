using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

/// <summary>How well one document answers each word of a question, as far as the index told.</summary>
internal sealed class Candidate(int words)
{
    /// <summary>From 0 to 1, a word each.</summary>
    public double[] Answers { get; } = new double[words];
    public HashSet<string> Terms { get; } = [];

    public void Take(int word, string term, double worth)
    {
        Answers[word] = Math.Max(Answers[word], worth);
        Terms.Add(term);
    }
}

/// <summary>
/// What the engine finds for a question in one shelf: of every term the documents with the best ranks, never all of them. Both engines read the same
/// rows in the same order, by an index that equality alone finds (postgresql-tenancy §3).
/// </summary>
internal sealed class Candidates(Db db, Shelf shelf, Question question, CancellationToken cancel)
{
    /// <summary>A term that more documents have is one of many: it can't tell them apart.</summary>
    public const int MostOfATerm = 1000;

    private readonly string place = $"{shelf}";

    public Dictionary<long, Candidate> Found { get; } = [];

    /// <summary>Of how many documents each word was found, at most <see cref="MostOfATerm"/>.</summary>
    public int[] Counts { get; private set; } = [];

    /// <summary>A word has more documents than were read: those that were found by the others may have it too.</summary>
    public bool IsCutOff { get; private set; }

    /// <returns>Whether any document has one of its terms.</returns>
    public async Task<bool> FindAsync(int at, SoughtWord word, int words)
    {
        if (Counts.Length == 0) Counts = new int[words];
        var found = new HashSet<long>();
        foreach (var (term, worth) in word.Terms)
        {
            var postings = await ReadAsync(term);
            IsCutOff |= postings.Count == MostOfATerm;
            foreach (var (document, rank) in postings)
            {
                if (!Found.TryGetValue(document, out var candidate)) Found[document] = candidate = new(words);
                candidate.Take(at, term, Worth(worth, rank));
                found.Add(document);
            }
        }
        Counts[at] = Math.Min(found.Count, MostOfATerm);
        return found.Count > 0;
    }

    public static double Worth(double worth, int rank) => worth * (DocumentTerms.Lowest - rank) / DocumentTerms.Lowest;

    private async Task<List<(long Document, int Rank)>> ReadAsync(string term)
    {
        var postings = db.Set<SearchPosting>().AsNoTracking().Where(p => p.Shelf == place && p.Term == term);
        if (question.IsFiltered || !shelf.IsPublic)
        {
            var documents = Allowed(db.Set<SearchDocument>());
            postings = postings.Where(p => documents.Any(d => d.Number == p.Document));
        }
        var rows = await postings.OrderBy(p => p.Rank).ThenBy(p => p.Document).Take(MostOfATerm).Select(p => new { p.Document, p.Rank }).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Document, r.Rank))];
    }

    private IQueryable<SearchDocument> Allowed(IQueryable<SearchDocument> documents)
    {
        if (question.Type is { } type) documents = documents.Where(d => d.Type == type);
        if (question.From is { } from) documents = documents.Where(d => d.At >= from);
        if (question.To is { } to) documents = documents.Where(d => d.At < to);
        if (!shelf.IsPublic && question.DraftsOf is { Length: > 0 } owner) documents = documents.Where(d => d.Owner == owner);
        return documents;
    }
}
