using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Search;

namespace Integral.People;

/// <summary>Persons in the box of the search, for those who may see the people of the institution: by beginnings of their names, and where nobody is called so, by names with one slip.</summary>
internal sealed class FoundPeople(Db db, Current current) : IFindsRecords
{
    private const int MostWords = 4, Shortest = 2, ShortestMistaken = 4, MostCompared = 500;

    public Sentence Title => T.Say("People");

    public async Task<IReadOnlyList<FoundRecord>> FindAsync(string text, int most)
    {
        if (!current.Can(PeopleModule.View)) return [];
        string[] words = [.. NameSearch.Key(text[..Math.Min(text.Length, Question.MostCharacters)]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
        if (words.Length == 0 || Array.TrueForAll(words, w => w.Length < Shortest)) return [];
        var found = await Beginning(words).Take(most).ToListAsync();
        if (found.Count == 0 && Array.TrueForAll(words, w => w.Length >= ShortestMistaken))
            found = [.. (await Near(words).Take(MostCompared).ToListAsync()).Where(p => Array.TrueForAll(words, w => IsNear(p.SearchName, w))).Take(most)];
        return [.. found.Select(p => new FoundRecord(p.FullName, $"/Admin/People/Show/{p.Id}"))];
    }

    private IQueryable<Person> Beginning(string[] words)
    {
        IQueryable<Person> people = db.People.AsNoTracking();
        foreach (var word in words)
        {
            var beginning = $" {word}";
            people = people.Where(p => (" " + p.SearchName).Contains(beginning));
        }
        return people.OrderBy(p => p.SortName).ThenBy(p => p.Id);
    }

    // One slip leaves either the beginning of a word as it was, or its end.
    private IQueryable<Person> Near(string[] words)
    {
        IQueryable<Person> people = db.People.AsNoTracking();
        foreach (var word in words)
        {
            var (beginning, end) = ($" {word[..(word.Length / 2)]}", word[^(word.Length / 2)..]);
            people = people.Where(p => (" " + p.SearchName).Contains(beginning) || p.SearchName.Contains(end));
        }
        return people.OrderBy(p => p.SortName).ThenBy(p => p.Id);
    }

    // Of a longer name, its beginning: names are looked for before they are typed to the end.
    private static bool IsNear(string name, string word) => name.Split(' ').Any(n => Mistakes.Between(n, word, 1) <= 1 || n.Length > word.Length && Mistakes.Between(n[..word.Length], word, 1) <= 1);
}
