using Microsoft.Extensions.Caching.Memory;

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

/// <summary>
/// Keeps the books between requests, by tenant and its version (decision 11): a change makes a new version. What comes from above makes none: it is
/// seen a minute later, as on the public site.
/// </summary>
internal sealed class Shelves(TimeProvider clock) : IDisposable
{
    private const int MostTerms = 400_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostTerms });

    public async ValueTask<Shelf> OfAsync(Db db)
    {
        var key = (db.Tenant.Id, db.Tenant.Version);
        if (kept.TryGetValue(key, out Shelf? shelf)) return shelf!;
        shelf = await Shelf.ReadAsync(db);
        return kept.Set(key, shelf, new MemoryCacheEntryOptions { Size = shelf.Length + 1, AbsoluteExpirationRelativeToNow = Longest });
    }

    public async ValueTask<TermsToday> TodayAsync(Db db) => On(await OfAsync(db), db.Tenant);

    /// <summary>The same with books that were just read.</summary>
    public TermsToday On(Shelf shelf, Tenant tenant) =>
        new(shelf, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(tenant.TimeZone))), tenant.Culture);

    public void Dispose() => kept.Dispose();
}
