using System.Globalization;
using Integral.Content.Data;
using Integral.Content.ReferenceBooks;

namespace Integral.Content.Reading;

/// <summary>Reads a part of a list: as many statements and about as much work among a hundred items as among a hundred thousand.</summary>
internal sealed class ListReader(Db db, PublicSite site, Current current)
{
    public const int MostCounted = 1000;

    // So many are looked up one by one; where there are more, the order's index meets some of them soon.
    private const int MostLookedUp = 2000;

    /// <param name="wish">What is wanted.</param>
    /// <param name="shelf">The reference books.</param>
    /// <param name="most">Items of a part.</param>
    public async Task<ListPart> ReadAsync(ListWish wish, Shelf shelf, int most)
    {
        var (type, folder) = (wish.List.Name, wish.List.Folder);
        var items = db.ContentItems.Published().Where(i => i.Slug != null && i.Slug != folder).ReadableIn(site.Culture, site.Own);
        var conditions = new ListConditions(db.Set<ContentField>(), wish, shelf, TimeZoneInfo.FindSystemTimeZoneById(current.Tenant.TimeZone));
        Guid[]? few = conditions.Begin() is { } fields && await fields.Take(MostLookedUp + 1).ToArrayAsync() is { Length: <= MostLookedUp } ids ? ids : null;
        // The engine without statistics would read all of the type for the few: so the type isn't found by its index then.
        items = few is null ? conditions.Narrow(items.Where(i => i.ContentType == type)) : conditions.Narrow(items.Where(i => EF.Parameter(few).Contains(i.Id) && i.ContentType + "" == type));
        var rows = await From(items, wish).Take(most + 1).ToListAsync();
        var total = wish.IsNarrowed && wish.From is null ? await items.Take(MostCounted + 1).CountAsync() : (int?)null;
        return new([.. rows.Take(most).Select(r => r.Row)], rows.Count > most ? wish.After(rows[most - 1]) : null, total);
    }

    // Where a place is said, first what the index begins at: an "or" alone would be asked of every row before it.
#pragma warning disable CA1309 // the engine compares: the overload with a comparison can't be translated
    private static IQueryable<ListedRow> From(IQueryable<ContentItem> items, ListWish wish)
    {
        if (wish.IsByTitle)
        {
            if (wish.Place() is var (key, id)) items = items.Where(i => string.Compare(i.SortKey, key) >= 0).Where(i => string.Compare(i.SortKey, key) > 0 || i.SortKey == key && string.Compare(i.ContentItemId, id) > 0);
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
                rows = wish.IsDescending ? rows.Where(r => r.f.Number <= value).Where(r => r.f.Number < value || r.f.Number == value && string.Compare(r.i.ContentItemId, id) > 0) : rows.Where(r => r.f.Number >= value).Where(r => r.f.Number > value || r.f.Number == value && string.Compare(r.i.ContentItemId, id) > 0);
            rows = wish.IsDescending ? rows.OrderByDescending(r => r.f.Number).ThenBy(r => r.i.ContentItemId) : rows.OrderBy(r => r.f.Number).ThenBy(r => r.i.ContentItemId);
        }
        else
        {
            if (place is var (text, id) && new DateTime(long.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc) is var value)
                rows = wish.IsDescending ? rows.Where(r => r.f.Moment <= value).Where(r => r.f.Moment < value || r.f.Moment == value && string.Compare(r.i.ContentItemId, id) > 0) : rows.Where(r => r.f.Moment >= value).Where(r => r.f.Moment > value || r.f.Moment == value && string.Compare(r.i.ContentItemId, id) > 0);
            rows = wish.IsDescending ? rows.OrderByDescending(r => r.f.Moment).ThenBy(r => r.i.ContentItemId) : rows.OrderBy(r => r.f.Moment).ThenBy(r => r.i.ContentItemId);
        }
        return rows.Select(r => new ListedRow(new ItemRow(r.i.ContentItemId, r.i.DisplayText, r.i.Slug!, r.i.Summary, r.i.ImagePath, r.i.Culture, r.i.PublishedAt!.Value, r.i.OriginId), "", r.f.Moment, r.f.Number));
    }
#pragma warning restore CA1309

    private static IQueryable<ListedRow> Plain(IQueryable<ContentItem> items) =>
        items.Select(i => new ListedRow(new ItemRow(i.ContentItemId, i.DisplayText, i.Slug!, i.Summary, i.ImagePath, i.Culture, i.PublishedAt!.Value, i.OriginId), i.SortKey, null, null));
}
