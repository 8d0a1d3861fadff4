using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

/// <summary>Finds records by words. Every step is bounded, however common the words and however many the records.</summary>
public sealed class SiteSearch(Db db)
{
    /// <summary>Nobody looks further: they ask in other words.</summary>
    public const int MostHits = 100;

    private const int MostCounted = 5000;
    private const double OfAnotherLanguage = .5;

    public async Task<Answer> FindAsync(Question question, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(question.Text)) return Answer.Nothing;
        var own = await InAsync(question, question.Culture, cancel);
        if (question.Own != question.Culture) own = Joined(own, await UntranslatedAsync(question, cancel));
        if (own.Hits.Count > 0) return own;
        foreach (var other in Localization.Texts.Cultures.Where(c => c != question.Culture && c != question.Own))
            own = Joined(own, await InAsync(question, other, cancel));
        return own;
    }

    /// <summary>What is found in one language, with what isn't public where that is asked for too.</summary>
    private async Task<Answer> InAsync(Question question, string culture, CancellationToken cancel)
    {
        var found = await OnAsync(question, new(culture, IsPublic: true), cancel);
        return question.DraftsOf is null ? found : Joined(found, await OnAsync(question, new(culture, IsPublic: false), cancel));
    }

    // What has been translated is found in the reader's language.
    private async Task<Answer> UntranslatedAsync(Question question, CancellationToken cancel)
    {
        var found = await InAsync(question, question.Own, cancel);
        if (found.Hits.Count == 0) return found;
        var (sets, place) = (found.Hits.Select(h => h.TextSet).OfType<string>().Distinct().ToArray(), $"{new Shelf(question.Culture, IsPublic: true)}");
        var translated = await db.Set<SearchDocument>().Where(d => d.Shelf == place && d.TextSet != null && EF.Parameter(sets).Contains(d.TextSet)).Select(d => d.TextSet!).ToHashSetAsync(cancel);
        return found with { Hits = [.. found.Hits.Where(h => h.TextSet is null || !translated.Contains(h.TextSet)).Select(h => h with { Score = h.Score * OfAnotherLanguage })] };
    }

    private static Answer Joined(Answer one, Answer other) => new([.. InOrder(one.Hits.Concat(other.Hits)).Take(MostHits)], one.Hits.Count > 0 ? one.Nearest : other.Nearest ?? one.Nearest);

    private static IEnumerable<Hit> InOrder(IEnumerable<Hit> hits) => hits.OrderByDescending(h => h.Score).ThenByDescending(h => h.At).ThenBy(h => h.RecordId, StringComparer.Ordinal);

    private async Task<Answer> OnAsync(Question question, Shelf shelf, CancellationToken cancel)
    {
        var sought = SoughtWords.Of(question.Read, shelf.Culture);
        if (sought.Words.Count == 0) return Answer.Nothing;
        var culture = shelf.Culture;
        sought.Add(await db.Set<SearchSynonyms>().Where(s => s.Culture == culture).OrderBy(s => s.Id).Select(s => s.Words).ToListAsync(cancel), culture);
        var (vocabulary, candidates) = (new Vocabulary(db, shelf, cancel), new Candidates(db, shelf, question, sought, cancel));
        await vocabulary.BeginAsync(sought.Words[^1]);
        await candidates.FindAsync();
        if (candidates.Missing is { Count: > 0 } missing && (culture == question.Culture || culture == question.Own))
        {
            await vocabulary.MendAsync(missing);
            await candidates.FindAsync();
            foreach (var word in candidates.Missing) word.Nearest = null;
        }
        return candidates.Found.Count == 0 ? Answer.Nothing : new(await BestAsync(shelf, sought, candidates, cancel), sought.Nearest);
    }

    private async Task<IReadOnlyList<Hit>> BestAsync(Shelf shelf, SoughtWords sought, Candidates candidates, CancellationToken cancel)
    {
        var place = $"{shelf}";
        var all = await db.Set<SearchDocument>().Where(d => d.Shelf == place).Take(MostCounted).CountAsync(cancel);
        double[] rarities = [.. candidates.Counts.Select(c => Scorer.Rarity(Math.Min(c, all), all))];
        var best = candidates.Found.Select(f => (Number: f.Key, Score: Scorer.Score(f.Value, rarities))).OrderByDescending(f => f.Score).ThenBy(f => f.Number).Take(MostHits).Select(f => f.Number).ToArray();
        var isCutOff = candidates.IsCutOff && sought.Words.Count > 1;
        var rows = await db.Set<SearchDocument>().AsNoTracking().Where(d => EF.Parameter(best).Contains(d.Number))
            .Select(d => new { d.Number, d.Kind, d.RecordId, d.Type, d.Title, d.Summary, d.Address, d.At, d.TextSet, Terms = isCutOff ? d.Terms : null }).ToListAsync(cancel);
        var (analyser, newest) = (new Analyser(shelf.Culture), rows.Count == 0 ? default : rows.Max(r => r.At));
        return [.. InOrder(rows.Select(row =>
        {
            var candidate = candidates.Found[row.Number];
            if (row.Terms is not null) candidates.Complete(candidate, row.Terms);
            var found = candidate.Of(candidates.Terms);
            var score = Scorer.Score(Scorer.Score(candidate, rarities), found, row.Title, row.At, sought, analyser, newest);
            return new Hit(row.Number, row.Kind, row.RecordId, shelf.Culture, shelf.IsPublic, row.Type, row.Title, row.Summary, row.Address, row.At, score) { TextSet = row.TextSet, Terms = found };
        }))];
    }

    /// <summary>Passages of texts with the words that were found.</summary>
    public async Task<IReadOnlyDictionary<long, Passage>> PassagesAsync(IReadOnlyList<Hit> hits, CancellationToken cancel = default)
    {
        var numbers = hits.Select(h => h.Number).ToArray();
        var texts = await db.Set<SearchDocument>().Where(d => EF.Parameter(numbers).Contains(d.Number)).Select(d => new { d.Number, d.Text }).ToDictionaryAsync(d => d.Number, d => d.Text, cancel);
        var analysers = hits.Select(h => h.Culture).Distinct().ToDictionary(c => c, c => new Analyser(c));
        return hits.ToDictionary(h => h.Number, h => Passage.Of(texts.GetValueOrDefault(h.Number) is { Length: > 0 } text ? text : h.Summary, h.Terms, analysers[h.Culture]));
    }

    /// <summary>A passage of a text that the record is found by and that isn't kept with it.</summary>
    public static Passage PassageOf(Hit hit, string text) => Passage.Of(text, hit.Terms, new Analyser(hit.Culture));
}
