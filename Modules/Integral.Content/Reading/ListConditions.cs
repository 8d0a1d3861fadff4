using Integral.Content.ReferenceBooks;

namespace Integral.Content.Reading;

/// <summary>What a visitor asked of a list's filters, as the engine is asked it.</summary>
/// <param name="fields">All values by which items are found.</param>
/// <param name="wish">What is asked.</param>
/// <param name="shelf">The reference books.</param>
/// <param name="zone">The institution's clock.</param>
internal sealed class ListConditions(IQueryable<ContentField> fields, ListWish wish, Shelf shelf, TimeZoneInfo zone)
{
    private const int FewDays = 31;

    /// <summary>Ids of the items that fulfil all of it, begun with what most probably fits the fewest; null where nothing is asked that could be begun with.</summary>
    public IQueryable<Guid>? Begin()
    {
        var (asked, others) = (wish.Chosen.Where(a => a.Flag != false).OrderBy(Size).ToList(), wish.Chosen.Where(a => a.Flag == false));
        if (asked.Count == 0) return null;
        var begun = asked.Skip(1).Select(Fitting).Aggregate(Fitting(asked[0]), (some, next) => some.Where(f => next.Any(n => n.ItemId == f.ItemId)));
        // An item may have several of the terms that were asked for together.
        return others.Select(Fitting).Aggregate(begun, (some, not) => some.Where(f => !not.Any(n => n.ItemId == f.ItemId))).Select(f => f.ItemId).Distinct();
    }

    public IQueryable<ContentItem> Narrow(IQueryable<ContentItem> items) => wish.Chosen.Aggregate(items, (some, asked) =>
    {
        var fitting = Fitting(asked);
        // An item from before the field was there says neither; it hasn't said yes.
        return asked.Flag == false ? some.Where(i => !fitting.Any(f => f.ItemId == i.Id)) : some.Where(i => fitting.Any(f => f.ItemId == i.Id));
    });

    private static int Size(Asked asked) => asked switch
    {
        { From: { } from, To: { } to } when to.DayNumber - from.DayNumber <= FewDays => 0,
        { Term: not null } => 1,
        { Flag: null } => 2,
        _ => 3,
    };

    private IQueryable<ContentField> Fitting(Asked asked)
    {
        var (part, field) = (asked.Filter.Part, asked.Filter.Field);
        var some = fields.Where(f => f.Part == part && f.Field == field);
        if (asked.Term is { } term)
        {
            var ids = shelf.Within(term);
            return ids is [var one] ? some.Where(f => f.Text == one) : some.Where(f => EF.Parameter(ids).Contains(f.Text));
        }
        if (asked.Flag is not null) return some.Where(f => f.Flag == true);
        if (asked.From is { } from && Begin(from, asked.Filter) is var first) some = some.Where(f => f.Moment >= first);
        if (asked.To is { } to && Begin(to == DateOnly.MaxValue ? to : to.AddDays(1), asked.Filter) is var end) some = some.Where(f => f.Moment < end);
        return some;
    }

    // A day is kept as its first moment in UTC, a moment by the institution's clock.
    private DateTime Begin(DateOnly day, ListFilter filter)
    {
        var begin = day.ToDateTime(TimeOnly.MinValue);
        return filter.Kind == FilterKind.Day ? DateTime.SpecifyKind(begin, DateTimeKind.Utc) : TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(begin) ? begin.AddHours(1) : begin, zone);
    }
}
