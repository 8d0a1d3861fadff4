using Integral.Content.Data;

namespace Integral.Content.ReferenceBooks;

/// <summary>A term as it is read.</summary>
/// <param name="Level">0 at the top.</param>
/// <param name="From">The first and the last day on which it can be chosen; null for no end.</param>
/// <param name="IsLeft">Nobody above keeps it any more.</param>
internal sealed record ShelfTerm(string TermId, string? Code, TermNames Names, int Level, DateOnly? From, DateOnly? To, bool IsLeft)
{
    /// <summary>Terms stand below it.</summary>
    public bool HasBelow { get; init; }

    public bool IsValidOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To) && !IsLeft;
}

/// <summary>A book as it is read.</summary>
/// <param name="Terms">Each above those below it, without those that were merged into others.</param>
internal sealed record ShelfBook(string BookId, string Code, TermNames Names, IReadOnlyList<ShelfTerm> Terms);

/// <summary>All reference books of an institution as they were at one moment.</summary>
internal sealed class Shelf
{
    public static readonly Shelf Empty = new([], []);

    private readonly Dictionary<string, ShelfBook> books = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (ShelfBook Book, int At)> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> merged = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> aliases;

    private Shelf(IReadOnlyList<ReferenceBook> books, IReadOnlyList<ReferenceTerm> terms)
    {
        var byBook = terms.ToLookup(t => t.BookId);
        foreach (var book in books) Add(book, [.. byBook[book.Id]]);
        var ids = terms.ToDictionary(t => t.Id, t => t.TermId);
        foreach (var term in terms) if (term.MergedIntoId is { } into && ids.TryGetValue(into, out var other)) merged[term.TermId] = other;
        aliases = merged.Keys.ToLookup(Resolved, StringComparer.Ordinal);
    }

    public static async Task<Shelf> ReadAsync(Db db) => new(await db.ReferenceBooks.AsNoTracking().ToListAsync(), await db.ReferenceTerms.AsNoTracking().ToListAsync());

    public IEnumerable<ShelfBook> Books => books.Values.Distinct();

    /// <summary>How many terms there are.</summary>
    public int Length => terms.Count + merged.Count;

    /// <param name="name">The book's code, or its id where a recipe of Orchard's says so.</param>
    public ShelfBook? Book(string? name) => name is null ? null : books.GetValueOrDefault(name);

    /// <summary>The term of that id; of one that was merged into another, the other.</summary>
    public ShelfTerm? Term(string termId) => terms.TryGetValue(Resolved(termId), out var found) ? found.Book.Terms[found.At] : null;

    /// <summary>The book that a term is of.</summary>
    public ShelfBook? BookOf(string termId) => terms.TryGetValue(Resolved(termId), out var found) ? found.Book : null;

    /// <summary>Ids by which an item of the term, or of one below it, may name it.</summary>
    public IReadOnlyList<string> Within(string termId)
    {
        if (!terms.TryGetValue(Resolved(termId), out var found)) return [termId];
        var level = found.Book.Terms[found.At].Level;
        var own = found.Book.Terms.Skip(found.At + 1).TakeWhile(t => t.Level > level).Prepend(found.Book.Terms[found.At]);
        return [.. own.SelectMany(t => aliases[t.TermId].Prepend(t.TermId))];
    }

    // Bounded: of two merges the first may have been undone after the second.
    private string Resolved(string termId)
    {
        for (var steps = 0; steps < 100 && merged.TryGetValue(termId, out var into); steps++) termId = into;
        return termId;
    }

    private void Add(ReferenceBook book, IReadOnlyList<ReferenceTerm> said)
    {
        var tree = new BookTree(book, said);
        var list = new List<ShelfTerm>();
        Add(tree, null, 0, list);
        var read = new ShelfBook(book.BookId, book.Code, book.Called, list);
        (books[book.Code], books[book.BookId]) = (read, read);
        foreach (var (at, term) in list.Index()) terms[term.TermId] = (read, at);
    }

    private static void Add(BookTree tree, Guid? parent, int level, List<ShelfTerm> list)
    {
        foreach (var term in tree.Under(parent))
        {
            var at = list.Count;
            list.Add(new(term.TermId, term.Code, term.Called, level, term.ValidFrom, term.ValidTo, term.IsLeft));
            Add(tree, term.Id, level + 1, list);
            if (list.Count > at + 1) list[at] = list[at] with { HasBelow = true };
        }
    }
}
