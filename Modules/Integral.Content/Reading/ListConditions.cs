using Integral.Content.ReferenceBooks;

namespace Integral.Content.Reading;

/// <summary>What a visitor asked of a list's filters, as the engine is asked it.</summary>
/// <param name="fields">All values by which items are found.</param>
/// <param name="wish">What is asked.</param>
/// <param name="shelf">The reference books.</param>
/// <param name="zone">The institution's clock.</param>
internal sealed class ListConditions(IQueryable<ContentField> fields, ListWish wish, Shelf shelf, TimeZoneInfo zone)
{
    // So many values of one condition are looked at one by one; where there are more, the order's index meets some of them soon.
    private const int MostLookedUp = 600;

    // Where fewer of those fulfil the other conditions too, the order's index could be read to its end for them.
    private const int FewestMet = 30;

    private readonly List<Asked> asked = [.. wish.Chosen.Where(a => a.Flag != false)];

    /// <summary>Something is asked for of which the index has a list.</summary>
    public bool CanBegin => asked.Count > 0;

    /// <summary>
    /// Finds out with what the engine begins. It has no statistics of the values: left to itself it reads a type to its end for the few that have a term.
    /// A statement for each condition, and one or two more.
    /// </summary>
    /// <param name="items">Those that the reader may read.</param>
    public async Task<ListStart> BeginAsync(IQueryable<ContentItem> items)
    {
        var (fewest, size) = (0, MostLookedUp + 1);
        for (var at = 0; at < asked.Count; at++)
            if (await Fitting(asked[at]).Take(MostLookedUp + 1).CountAsync() is var many && many < size) (fewest, size) = (at, many);
        var some = Whole(fewest, Fitting(asked[fewest]).Take(MostLookedUp + 1));
        var met = await items.Where(i => some.Contains(i.Id)).CountAsync();
        if (size <= MostLookedUp) return new(some, met);
        if (met >= FewestMet) return new(null, met) { IsMore = true };
        var all = Whole(fewest, Fitting(asked[fewest]));
        var few = await items.Where(i => all.Contains(i.Id)).Take(MostLookedUp + 1).CountAsync();
        return few <= MostLookedUp ? new(all, few) : new(null, few) { IsMore = true };
    }

    // Ids of the items that have one of some values and fulfil the other conditions.
    private IQueryable<Guid> Whole(int begun, IQueryable<ContentField> values) => Of(values, asked.Where((_, at) => at != begun)).Select(f => f.ItemId);

    // Each is asked of each value by itself: an engine that may join them would read all values of a condition for the few.
    private IQueryable<ContentField> Of(IQueryable<ContentField> values, IEnumerable<Asked> others)
    {
        var met = others.Select(Fitting).Aggregate(values, (some, next) => some.Where(f => next.Where(n => n.ItemId == f.ItemId).Select(n => n.ItemId).FirstOrDefault() == f.ItemId));
        return wish.Chosen.Where(a => a.Flag == false).Select(Fitting).Aggregate(met, (some, not) => some.Where(f => !not.Any(n => n.ItemId == f.ItemId)));
    }

    /// <summary>Those of the values it is sorted by whose items fulfil the conditions.</summary>
    public IQueryable<ContentField> Met(IQueryable<ContentField> values, ListSort sort) => Of(values, asked.Where(a => !IsOf(a, sort)));

    private static bool IsOf(Asked asked, ListSort sort) => asked.Filter.IsOfDays && asked.Filter.Part == sort.Part && asked.Filter.Field == sort.Field;

    /// <summary>Those that fulfil the conditions. Days of the value it is sorted by aren't asked again: <see cref="SortedBy"/> has them.</summary>
    public IQueryable<ContentItem> Narrow(IQueryable<ContentItem> items) => wish.Chosen.Where(a => wish.Sort is not { } sort || !IsOf(a, sort)).Aggregate(items, (some, asked) =>
    {
        var fitting = Fitting(asked);
        // An item from before the field was there says neither; it hasn't said yes.
        return asked.Flag == false ? some.Where(i => !fitting.Any(f => f.ItemId == i.Id)) : some.Where(i => fitting.Any(f => f.ItemId == i.Id));
    });

    private IQueryable<ContentField> Fitting(Asked asked)
    {
        var (part, field) = (asked.Filter.Part, asked.Filter.Field);
        var some = fields.Where(f => f.Part == part && f.Field == field);
        if (asked.Term is { } term)
        {
            var ids = shelf.Within(term);
            return ids is [var one] ? some.Where(f => f.Text == one) : some.Where(f => EF.Parameter(ids).Contains(f.Text));
        }
        // Named, and not said in the statement: a bare yes finds nothing by the index.
        var yes = true;
        if (asked.Flag is not null) return some.Where(f => f.Flag == yes);
        return Between(some, asked);
    }

    private IQueryable<ContentField> Between(IQueryable<ContentField> some, Asked asked)
    {
        if (asked.From is { } from && Begin(from, asked.Filter) is var first) some = some.Where(f => f.Moment >= first);
        if (asked.To is { } to && Begin(to == DateOnly.MaxValue ? to : to.AddDays(1), asked.Filter) is var end) some = some.Where(f => f.Moment < end);
        return some;
    }

    /// <summary>The values by which it is sorted. Where days are asked for too, only those: the order's index is read from the first of them on.</summary>
    public IQueryable<ContentField> SortedBy(ListSort sort)
    {
        var (part, field) = (sort.Part, sort.Field);
        return wish.Chosen.Where(a => IsOf(a, sort)).Aggregate(fields.Where(f => f.Part == part && f.Field == field), Between);
    }

    // A day is kept as its first moment in UTC, a moment by the institution's clock.
    private DateTime Begin(DateOnly day, ListFilter filter) => filter.Kind == FilterKind.Day ? day.ToDateTime(default, DateTimeKind.Utc) : zone.MomentOf(day);
}

/// <summary>With what the engine begins.</summary>
/// <param name="Ids">Of all items that fulfil the conditions; null where there are so many that the order's index soon meets some.</param>
/// <param name="Met">How many of them were met.</param>
internal sealed record ListStart(IQueryable<Guid>? Ids, int Met)
{
    /// <summary>There are more than were met.</summary>
    public bool IsMore { get; init; }
}
