using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Search;

/// <summary>The words of a shelf's documents: what begins as a word does, what it may have been meant for.</summary>
internal sealed class Vocabulary(Db db, Shelf shelf, CancellationToken cancel)
{
    private const int MostOfAStart = 3000, FewestLettersOfMistakes = 4, FewestOfTwoMistakes = 8, MostCorrections = 3;

    private readonly string place = $"{shelf}";

    /// <summary>The terms of words that begin so.</summary>
    public async Task BeginAsync(SoughtWord sought)
    {
        if (sought.Word.Length < SearchWord.LettersOfStart || char.IsAsciiDigit(sought.Word[0])) return;
        var words = (await StartAsync(SearchWord.StartOf(sought.Word))).Where(w => w.Word.StartsWith(sought.Word, StringComparison.Ordinal));
        foreach (var term in words.GroupBy(w => w.Term).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)) sought.Take(term.Key, SoughtWord.ByBeginning);
    }

    /// <summary>For a word that no document has, those that it was probably meant for.</summary>
    public async Task MendAsync(SoughtWord sought)
    {
        if (sought.Word.Length < FewestLettersOfMistakes || char.IsAsciiDigit(sought.Word[0])) return;
        string[] around = [.. Mistakes.Around(sought.Word), .. Mistakes.Around(sought.Term)];
        var near = await db.Set<SearchWord>().AsNoTracking().Where(w => w.Shelf == place && EF.Parameter(around).Contains(w.Word)).ToListAsync(cancel);
        if (near.Count == 0 && sought.Word.Length >= FewestOfTwoMistakes)
            near = [.. (await StartAsync(SearchWord.StartOf(sought.Word))).Where(w => Mistakes.Between(sought.Word, w.Word, 2) <= 2 || Mistakes.Between(sought.Term, w.Term, 2) <= 2)];
        var nearest = near.OrderBy(w => Mistakes.Between(sought.Word, w.Word, 3)).ThenBy(w => Mistakes.Between(sought.Term, w.Term, 3)).ThenBy(w => w.Word, StringComparer.Ordinal).ToList();
        if (nearest.Count == 0) return;
        sought.Nearest = nearest[0].Word;
        foreach (var term in nearest.Select(w => w.Term).Distinct().Take(MostCorrections)) sought.Take(term, SoughtWord.ByMistake);
    }

    private Task<List<SearchWord>> StartAsync(string start) => db.Set<SearchWord>().AsNoTracking().Where(w => w.Shelf == place && w.Start == start).Take(MostOfAStart).ToListAsync(cancel);
}
