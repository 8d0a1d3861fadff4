namespace Integral.Content.ReferenceBooks;

/// <summary>The terms of one book while they are changed: the rules of the tree stand here, whoever changes it.</summary>
internal sealed class BookTree
{
    public const int MostTerms = 5000, MostLevels = 5;

    private readonly ReferenceBook book;
    private readonly Dictionary<Guid, ReferenceTerm> terms;

    /// <param name="book">Whose they are.</param>
    /// <param name="terms">All of them, those that were merged into others too.</param>
    public BookTree(ReferenceBook book, IEnumerable<ReferenceTerm> terms)
    {
        (this.book, this.terms) = (book, terms.ToDictionary(t => t.Id));
        // Of two changes the first may have been undone after the second: what would stand below itself, or below nothing, stands at the top.
        foreach (var term in this.terms.Values.Where(t => t.ParentId is { } id && !this.terms.ContainsKey(id) || !Reaches(t)).ToList()) term.ParentId = null;
        foreach (var term in this.terms.Values.Where(t => t.MergedIntoId is { } id && !this.terms.ContainsKey(id))) term.MergedIntoId = null;
    }

    public ReferenceBook Book => book;
    public IEnumerable<ReferenceTerm> All => terms.Values;

    /// <summary>Those under one, or at the top: what comes from above first, each as it is ordered there.</summary>
    public IEnumerable<ReferenceTerm> Under(Guid? parent) => terms.Values.Where(t => t.ParentId == parent && t.MergedIntoId is null).OrderBy(t => t.OriginId is null).ThenBy(t => t.Position).ThenBy(t => t.TermId, StringComparer.Ordinal);

    /// <exception cref="NotFoundException">There is no such term, or it was merged into another.</exception>
    public ReferenceTerm Find(string termId) => terms.Values.FirstOrDefault(t => t.TermId == termId && t.MergedIntoId is null) ?? throw new NotFoundException();

    /// <param name="termId">As a recipe says it; null for a new one.</param>
    public ReferenceTerm Add(TermSaid said, string? termId = null)
    {
        Rule.Require(book.IsOwn || book.MayBeExtended, "This book is kept above, and nothing may be added to it here.");
        Rule.Require(terms.Count < MostTerms, T.Say("A book has at most {0} terms.", MostTerms));
        var (parent, term) = (Parent(said), new ReferenceTerm { BookId = book.Id, TermId = termId ?? UniqueId() });
        Check(term, said, parent);
        term.Describe(said);
        Put(term, parent);
        return term;
    }

    public void Change(ReferenceTerm term, TermSaid said)
    {
        RequireOwn(term);
        var parent = Parent(said);
        Check(term, said, parent);
        for (var above = parent; above is not null; above = Above(above)) Rule.Require(above != term, "A term can't stand below itself.", "Under");
        Rule.Require(Level(parent) + Depth(term) <= MostLevels, T.Say("A book has at most {0} levels.", MostLevels), "Under");
        term.Describe(said);
        if (term.ParentId != parent?.Id) Put(term, parent);
    }

    /// <summary>Up or down among its neighbours; at the end it stays.</summary>
    public void Move(ReferenceTerm term, int by)
    {
        RequireOwn(term);
        var neighbours = Under(term.ParentId).Where(t => t.OriginId == term.OriginId).ToList();
        var (from, to) = (neighbours.IndexOf(term), neighbours.IndexOf(term) + by);
        if (to < 0 || to >= neighbours.Count) return;
        (neighbours[from], neighbours[to]) = (neighbours[to], neighbours[from]);
        foreach (var (position, neighbour) in neighbours.Index()) neighbour.Position = position;
    }

    /// <summary>Whatever names the first is found by the second from now on. What stands below it comes below the other.</summary>
    public void Merge(ReferenceTerm term, ReferenceTerm into)
    {
        RequireOwn(term);
        Rule.Require(term != into, "A term can't be merged into itself.", "Into");
        for (var above = Above(into); above is not null; above = Above(above)) Rule.Require(above != term, "The other one stands below it: move it out first.", "Into");
        Rule.Require(Level(into) + Depth(term) - 1 <= MostLevels, T.Say("A book has at most {0} levels.", MostLevels), "Into");
        foreach (var below in Under(term.Id).ToList()) Put(below, into);
        (term.MergedIntoId, term.ParentId) = (into.Id, null);
    }

    /// <summary>Takes it out of the tree. Whether something names it, the caller knows.</summary>
    public IReadOnlyList<ReferenceTerm> Remove(ReferenceTerm term)
    {
        RequireOwn(term);
        Rule.Require(!Under(term.Id).Any(), "There are terms below it: move or delete them first.");
        List<ReferenceTerm> gone = [.. MergedInto(term).Reverse(), term];      // those that point at it go before it
        foreach (var one in gone) terms.Remove(one.Id);
        return gone;
    }

    /// <summary>Those that were merged into it, and into those.</summary>
    public IEnumerable<ReferenceTerm> MergedInto(ReferenceTerm term) => terms.Values.Where(t => t.MergedIntoId == term.Id).SelectMany(t => MergedInto(t).Prepend(t)).Take(MostTerms);

    /// <summary>1 at the top; 0 for nothing.</summary>
    public int Level(ReferenceTerm? term) => term is null ? 0 : 1 + Level(Above(term));

    public ReferenceTerm? Above(ReferenceTerm term) => term.ParentId is { } id ? terms.GetValueOrDefault(id) : null;

    private bool Reaches(ReferenceTerm? term)
    {
        for (var steps = 0; term is not null && steps <= 2 * MostLevels; steps++) term = Above(term);
        return term is null;
    }

    private int Depth(ReferenceTerm term) => 1 + Under(term.Id).Select(Depth).DefaultIfEmpty(0).Max();

    private ReferenceTerm? Parent(TermSaid said)
    {
        if (string.IsNullOrEmpty(said.Under)) return null;
        var parent = terms.Values.FirstOrDefault(t => t.TermId == said.Under && t.MergedIntoId is null);
        Rule.Require(parent is not null, "The term above it isn't in this book.", "Under");
        return parent;
    }

    private void Check(ReferenceTerm term, TermSaid said, ReferenceTerm? parent)
    {
        said.Names.Check();
        var code = said.Code?.Trim();
        Rule.Require(code is null || code.Length <= ReferenceTerm.LongestCode, T.Say("At most {0} characters.", ReferenceTerm.LongestCode), "Code");
        Rule.Require(string.IsNullOrEmpty(code) || terms.Values.All(t => t == term || !code.Equals(t.Code, StringComparison.OrdinalIgnoreCase)), T.Say("The code '{0}' is that of another term.", $"{code}"), "Code");
        Rule.Require(said.From is null || said.To is null || said.From <= said.To, "The last day is before the first.", "To");
        Rule.Require(Level(parent) < MostLevels, T.Say("A book has at most {0} levels.", MostLevels), "Under");
    }

    private void Put(ReferenceTerm term, ReferenceTerm? parent)
    {
        var last = Under(parent?.Id).Where(t => t != term).Select(t => t.Position).DefaultIfEmpty(-1).Max();
        (term.ParentId, term.Position) = (parent?.Id, last + 1);
        terms[term.Id] = term;
    }

    private static void RequireOwn(ReferenceTerm term) => Rule.Require(term.IsOwn, "This term is kept above and is changed there.");
    private static string UniqueId() => Integral.Platform.Recipes.UniqueId.New();
}
