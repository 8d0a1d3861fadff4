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
        // What begins so stands together in the index, in the order of code points on both engines.
        var (start, first, last) = (SearchWord.StartOf(sought.Word), sought.Word, sought.Word + '\uffff');
#pragma warning disable CA1309 // the engine compares: the overload with a comparison can't be translated
        var words = await All.Where(w => w.Start == start && string.Compare(w.Word, first) >= 0 && string.Compare(w.Word, last) < 0).OrderBy(w => w.Word).Take(MostOfAStart).ToListAsync(cancel);
#pragma warning restore CA1309
        foreach (var term in words.GroupBy(w => w.Term).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)) sought.Take(term.Key, SoughtWord.ByBeginning);
    }

    /// <summary>For words that no document has, those that each was probably meant for: two statements, however many there are.</summary>
    public async Task MendAsync(IReadOnlyList<SoughtWord> missing)
    {
        var sought = missing.Where(w => w.Word.Length >= FewestLettersOfMistakes && !char.IsAsciiDigit(w.Word[0])).Select(w => new Mended(w)).ToList();
        if (sought.Count == 0) return;
        var around = sought.SelectMany(s => s.Around).ToHashSet().ToArray();
        var near = await All.Where(w => EF.Parameter(around).Contains(w.Word)).ToListAsync(cancel);
        foreach (var one in sought) one.Near.AddRange(near.Where(w => one.Around.Contains(w.Word)));

        var far = sought.Where(s => s.Near.Count == 0 && s.Word.Word.Length >= FewestOfTwoMistakes).ToList();
        if (far.Count > 0)
        {
            var starts = far.Select(s => s.Start).Distinct().ToArray();
            var words = await All.Where(w => EF.Parameter(starts).Contains(w.Start)).OrderBy(w => w.Word).Take(MostOfAStart * starts.Length).ToListAsync(cancel);
            foreach (var one in far) one.Near.AddRange(words.Where(w => w.Start == one.Start && one.IsWithin(w, 2)));
        }
        foreach (var one in sought) one.Choose();
    }

    private IQueryable<SearchWord> All => db.Set<SearchWord>().AsNoTracking().Where(w => w.Shelf == place);

    private sealed class Mended(SoughtWord word)
    {
        public SoughtWord Word => word;
        public string Start { get; } = SearchWord.StartOf(word.Word);
        public HashSet<string> Around { get; } = [.. Mistakes.Around(word.Word), .. Mistakes.Around(word.Term)];
        public List<SearchWord> Near { get; } = [];

        public bool IsWithin(SearchWord other, int most) => Mistakes.Between(word.Word, other.Word, most) <= most || Mistakes.Between(word.Term, other.Term, most) <= most;

        public void Choose()
        {
            var nearest = Near.OrderBy(w => Mistakes.Between(word.Word, w.Word, 3)).ThenBy(w => Mistakes.Between(word.Term, w.Term, 3)).ThenBy(w => w.Word, StringComparer.Ordinal).ToList();
            if (nearest.Count == 0) return;
            word.Nearest = nearest[0].Word;
            foreach (var term in nearest.Select(w => w.Term).Distinct().Take(MostCorrections)) word.Take(term, SoughtWord.ByMistake);
        }
    }
}
