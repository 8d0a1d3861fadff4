using System.Globalization;
using Integral.Content.Data;
using Integral.Content.ReferenceBooks;

namespace Integral.Content.Reading;

/// <summary>Reads a part of a list: as many statements and about as much work among a hundred items as among a hundred thousand.</summary>
internal sealed class ListReader(Db db, PublicSite site, Current current)
{
    public const int MostCounted = 1000;

    /// <param name="wish">What is wanted.</param>
    /// <param name="shelf">The reference books.</param>
    /// <param name="most">Items of a part.</param>
    public async Task<ListPart> ReadAsync(ListWish wish, Shelf shelf, int most)
    {
        var (type, folder) = (wish.List.Name, wish.List.Folder);
        var items = db.ContentItems.Published().Where(i => i.ContentType == type && i.Slug != null && i.Slug != folder).ReadableIn(site.Culture, site.Own);
        items = wish.Chosen.Aggregate(items, (some, asked) => Narrowed(some, asked, shelf));
        var rows = await From(items, wish).Take(most + 1).ToListAsync();
        var total = wish.IsNarrowed ? await items.Take(MostCounted + 1).CountAsync() : (int?)null;
        return new([.. rows.Take(most).Select(r => r.Row)], rows.Count > most ? wish.After(rows[most - 1]) : null, total);
    }

    // The ids of the fields as a set of their own: the engine may begin with them where they are few, and look each item up in them where they are many.
    private IQueryable<ContentItem> Narrowed(IQueryable<ContentItem> items, Asked asked, Shelf shelf)
    {
        var (part, field) = (asked.Filter.Part, asked.Filter.Field);
        var fields = db.Set<ContentField>().Where(f => f.Part == part && f.Field == field);
        if (asked.Term is { } term)
        {
            var ids = shelf.Within(term);
            fields = ids is [var one] ? fields.Where(f => f.Text == one) : fields.Where(f => EF.Parameter(ids).Contains(f.Text));
        }
        if (asked.Flag is { } flag)
        {
            // An item from before the field was there says neither; it hasn't said yes.
            var ticked = fields.Where(f => f.Flag == true).Select(f => f.ItemId);
            return flag ? items.Where(i => ticked.Contains(i.Id)) : items.Where(i => !ticked.Contains(i.Id));
        }
        if (asked.From is { } from && Begin(from, asked.Filter) is var first) fields = fields.Where(f => f.Moment >= first);
        if (asked.To is { } to && Begin(to == DateOnly.MaxValue ? to : to.AddDays(1), asked.Filter) is var end) fields = fields.Where(f => f.Moment < end);
        var found = fields.Select(f => f.ItemId);
        return items.Where(i => found.Contains(i.Id));
    }

    // A day is kept as its first moment in UTC, a moment by the institution's clock.
    private DateTime Begin(DateOnly day, ListFilter filter)
    {
        var begin = day.ToDateTime(TimeOnly.MinValue);
        if (filter.Kind == FilterKind.Day) return DateTime.SpecifyKind(begin, DateTimeKind.Utc);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(current.Tenant.TimeZone);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(begin) ? begin.AddHours(1) : begin, zone);
    }

#pragma warning disable CA1309 // the engine compares: the overload with a comparison can't be translated
    private static IQueryable<ListedRow> From(IQueryable<ContentItem> items, ListWish wish)
    {
        if (wish.IsByTitle)
        {
            if (wish.Place() is var (key, id)) items = items.Where(i => string.Compare(i.SortKey, key) > 0 || i.SortKey == key && string.Compare(i.ContentItemId, id) > 0);
            return Plain(items.OrderBy(i => i.SortKey).ThenBy(i => i.ContentItemId));
        }
        return wish.Sort is { } sort ? Sorted(items, wish, sort) : Plain(items.NewestFrom(Cursor.Read(wish.From)));
    }

    private static IQueryable<ListedRow> Sorted(IQueryable<ContentItem> items, ListWish wish, ListSort sort)
    {
        var (part, field, place) = (sort.Part, sort.Field, wish.Place());
        var rows = items.SelectMany(i => i.Fields.Where(f => f.Part == part && f.Field == field), (i, f) => new { i, f });
        if (sort.IsNumber)
        {
            if (place is var (text, id) && double.Parse(text, CultureInfo.InvariantCulture) is var value)
                rows = wish.IsDescending ? rows.Where(r => r.f.Number < value || r.f.Number == value && string.Compare(r.i.ContentItemId, id) > 0) : rows.Where(r => r.f.Number > value || r.f.Number == value && string.Compare(r.i.ContentItemId, id) > 0);
            rows = wish.IsDescending ? rows.OrderByDescending(r => r.f.Number).ThenBy(r => r.i.ContentItemId) : rows.OrderBy(r => r.f.Number).ThenBy(r => r.i.ContentItemId);
        }
        else
        {
            if (place is var (text, id) && new DateTime(long.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc) is var value)
                rows = wish.IsDescending ? rows.Where(r => r.f.Moment < value || r.f.Moment == value && string.Compare(r.i.ContentItemId, id) > 0) : rows.Where(r => r.f.Moment > value || r.f.Moment == value && string.Compare(r.i.ContentItemId, id) > 0);
            rows = wish.IsDescending ? rows.OrderByDescending(r => r.f.Moment).ThenBy(r => r.i.ContentItemId) : rows.OrderBy(r => r.f.Moment).ThenBy(r => r.i.ContentItemId);
        }
        return rows.Select(r => new ListedRow(new ItemRow(r.i.ContentItemId, r.i.DisplayText, r.i.Slug!, r.i.Summary, r.i.ImagePath, r.i.Culture, r.i.PublishedAt!.Value, r.i.OriginId), "", r.f.Moment, r.f.Number));
    }
#pragma warning restore CA1309

    private static IQueryable<ListedRow> Plain(IQueryable<ContentItem> items) =>
        items.Select(i => new ListedRow(new ItemRow(i.ContentItemId, i.DisplayText, i.Slug!, i.Summary, i.ImagePath, i.Culture, i.PublishedAt!.Value, i.OriginId), i.SortKey, null, null));
}
