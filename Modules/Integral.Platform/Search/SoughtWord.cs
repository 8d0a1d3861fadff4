namespace Integral.Platform.Search;

/// <summary>A word of a question, and the terms that answer it, each by how well.</summary>
/// <param name="Word">Folded.</param>
/// <param name="Term">Its own.</param>
internal sealed record SoughtWord(string Word, string Term)
{
    public const double Same = 1, BySynonym = .8, ByBeginning = .7, ByMistake = .75;

    private const int MostTerms = 10;

    public Dictionary<string, double> Terms { get; } = new() { [Term] = Same };

    /// <summary>Written in some document instead of this word.</summary>
    public string? Nearest { get; set; }

    public void Take(string term, double worth)
    {
        if (Terms.Count < MostTerms && Terms.GetValueOrDefault(term) < worth) Terms[term] = worth;
    }
}

/// <summary>A question as one shelf is asked it.</summary>
internal sealed class SoughtWords
{
    private SoughtWords(IReadOnlyList<SoughtWord> words) => Words = words;

    public IReadOnlyList<SoughtWord> Words { get; }

    public static SoughtWords Of(string text, string culture) =>
        new([.. new Analyser(culture).Read(text).Where(w => w.Term.Length <= SearchPosting.LongestTerm).DistinctBy(w => w.Term).Take(Question.MostWords).Select(w => new SoughtWord(w.Surface, w.Term))]);

    /// <summary>The question with what was written in documents; null where nothing was replaced.</summary>
    public string? Nearest => Words.Any(w => w.Nearest is not null) ? string.Join(' ', Words.Select(w => w.Nearest ?? w.Word)) : null;

    /// <param name="groups">Words that mean the same, parted by commas.</param>
    /// <param name="culture">Theirs.</param>
    public void Add(IEnumerable<string> groups, string culture)
    {
        var analyser = new Analyser(culture);
        var asked = Words.Select(w => w.Term).ToHashSet();
        foreach (var group in groups)
        {
            var same = group.Split(',').Select(words => analyser.Read(words).Select(w => w.Term).ToList()).Where(t => t.Count > 0).ToList();
            if (same.FirstOrDefault(terms => terms.TrueForAll(asked.Contains)) is not { } found) continue;
            var word = Words.First(w => w.Term == found[0]);
            foreach (var terms in same.Where(t => t != found))
                foreach (var term in terms) word.Take(term, SoughtWord.BySynonym / terms.Count);
        }
    }
}
