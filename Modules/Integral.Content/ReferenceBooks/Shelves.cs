using Integral.Content.Reading;
using Integral.Platform.Reporting;

namespace Integral.Content.ReferenceBooks;

/// <summary>The books, and the day on which something is chosen from them.</summary>
/// <param name="Shelf">Of the institution.</param>
/// <param name="Today">By its calendar.</param>
/// <param name="Own">Its language: what has no name in another is read in it.</param>
internal sealed record TermsToday(Shelf Shelf, DateOnly Today, string Own)
{
    /// <summary>Whether a term stands in a form: it can be chosen, or one below it can.</summary>
    public bool IsOffered(ShelfTerm term, IReadOnlyList<ShelfTerm> all) =>
        term.IsValidOn(Today) || term.HasBelow && all.SkipWhile(t => t != term).Skip(1).TakeWhile(t => t.Level > term.Level).Any(t => t.IsValidOn(Today));
}

/// <summary>Keeps the books between requests.</summary>
internal sealed class Shelves(TimeProvider clock) : KeptByVersion<Shelf>(MostTerms)
{
    private const int MostTerms = 400_000;

    public ValueTask<Shelf> OfAsync(Db db) => OfAsync(db.Tenant, "", () => Shelf.ReadAsync(db), shelf => shelf.Length + 1);

    public async ValueTask<TermsToday> TodayAsync(Db db) => On(await OfAsync(db), db.Tenant);

    /// <summary>The same with books that were just read.</summary>
    public TermsToday On(Shelf shelf, Tenant tenant) =>
        new(shelf, Figures.DayIn(tenant, clock), tenant.Culture);
}
