using System.Globalization;
using Integral.Content.Data;
using Integral.Content.ReferenceBooks;

namespace Integral.Content.Reading;

/// <summary>Reads a part of a list: as many statements and about as much work among a hundred items as among a hundred thousand.</summary>
internal sealed class ListReader(Db db, PublicSite site, Current current)
{
    private const int MostCounted = 1000, FirstValues = 2500;

    /// <param name="wish">What is wanted.</param>
    /// <param name="shelf">The reference books.</param>
    /// <param name="most">Items of a part.</param>
    public async Task<ListPart> ReadAsync(ListWish wish, Shelf shelf, int most)
    {
        var (type, folder) = (wish.List.Name, wish.List.Folder);
        var items = db.ContentItems.Published().Where(i => i.Slug != null && i.Slug != folder).ReadableIn(site.Culture, site.Own);
        var conditions = new ListConditions(db.Set<ContentField>(), wish, shelf, current.Tenant.Zone);
        // So that the type isn't found by its index where others are.
        var ofType = items.Where(i => i.ContentType + "" == type);
        await using var planned = await PlannedAnew.InAsync(db);
        var start = conditions.CanBegin ? await conditions.BeginAsync(ofType) : null;
        items = start?.Ids is { } ids ? ofType.Where(i => ids.Contains(i.Id)) : conditions.Narrow(items.Where(i => i.ContentType == type));
        var rows = await RowsAsync(items, wish, conditions, start is { Ids: null } ? ofType : null, most + 1);
        return new([.. rows.Take(most).Select(r => r.Row)], rows.Count > most ? wish.After(rows[most - 1]) : null, !wish.IsNarrowed || wish.From is not null ? null
            : start is null ? Counted(await items.Take(MostCounted + 1).CountAsync(), isMore: false) : Counted(start.Met, start.IsMore));
    }

    private static ListTotal Counted(int count, bool isMore)
    {
        if (count > MostCounted) return new(MostCounted, true);
        if (!isMore) return new(count, false);
        var step = (int)Math.Pow(10, Math.Floor(Math.Log10(Math.Max(count - 1, 1))));
        return new(Math.Max(count - 1, 1) / step * step, true);      // more than it, said roundly
    }

    // Of many the first are probably found among the first values: an engine that doesn't know how the conditions go together would find all of them first.
    private static async Task<List<ListedRow>> RowsAsync(IQueryable<ContentItem> items, ListWish wish, ListConditions conditions, IQueryable<ContentItem>? all, int most)
    {
        if (wish.Sort is not { } sort) return await Newest(items, wish).Take(most).ToListAsync();
        var values = sort.IsNumber ? FromNumber(conditions.SortedBy(sort), wish) : FromMoment(conditions.SortedBy(sort), wish);
        if (all is not null && await FirstOf(values, sort, wish) is { } first && await Sorted(all, wish, sort, conditions.Met(first, sort)).Take(most).ToListAsync() is var some && some.Count == most) return some;
        return await Sorted(items, wish, sort, values).Take(most).ToListAsync();
    }

    // With all that are equal to the last of them; null where there aren't so many.
    private static async Task<IQueryable<ContentField>?> FirstOf(IQueryable<ContentField> values, ListSort sort, ListWish wish)
    {
        if (sort.IsNumber)
        {
            var number = await (wish.IsDescending ? values.OrderByDescending(f => f.Number) : values.OrderBy(f => f.Number)).Skip(FirstValues).Select(f => f.Number).FirstOrDefaultAsync();
            return number is null ? null : wish.IsDescending ? values.Where(f => f.Number >= number) : values.Where(f => f.Number <= number);
        }
        var moment = await (wish.IsDescending ? values.OrderByDescending(f => f.Moment) : values.OrderBy(f => f.Moment)).Skip(FirstValues).Select(f => f.Moment).FirstOrDefaultAsync();
        return moment is null ? null : wish.IsDescending ? values.Where(f => f.Moment >= moment) : values.Where(f => f.Moment <= moment);
    }

    // Where a place is said, first what the index begins at: an "or" alone would be asked of every row before it.
#pragma warning disable CA1309 // the engine compares: the overload with a comparison can't be translated
    private static IQueryable<ListedRow> Newest(IQueryable<ContentItem> items, ListWish wish)
    {
        if (!wish.IsByTitle) return Plain(items.NewestFrom(Cursor.Read(wish.From)));
        if (wish.Place() is var (key, id)) items = items.Where(i => string.Compare(i.SortKey, key) >= 0).Where(i => string.Compare(i.SortKey, key) > 0 || i.SortKey == key && string.Compare(i.ContentItemId, id) > 0);
        return Plain(items.OrderBy(i => i.SortKey).ThenBy(i => i.ContentItemId));
    }

    private static IQueryable<ContentField> FromNumber(IQueryable<ContentField> values, ListWish wish) =>
        wish.Place() is var (text, _) && double.Parse(text, CultureInfo.InvariantCulture) is var value ? wish.IsDescending ? values.Where(f => f.Number <= value) : values.Where(f => f.Number >= value) : values;

    private static IQueryable<ContentField> FromMoment(IQueryable<ContentField> values, ListWish wish) =>
        wish.Place() is var (text, _) && Moment(text) is var value ? wish.IsDescending ? values.Where(f => f.Moment <= value) : values.Where(f => f.Moment >= value) : values;

    private static IQueryable<ListedRow> Sorted(IQueryable<ContentItem> items, ListWish wish, ListSort sort, IQueryable<ContentField> values)
    {
        var place = wish.Place();
        var rows = items.Join(values, i => i.Id, f => f.ItemId, (i, f) => new { i, f });
        if (sort.IsNumber)
        {
            if (place is var (text, id) && double.Parse(text, CultureInfo.InvariantCulture) is var value)
                rows = wish.IsDescending ? rows.Where(r => r.f.Number < value || r.f.Number == value && string.Compare(r.i.ContentItemId, id) > 0) : rows.Where(r => r.f.Number > value || r.f.Number == value && string.Compare(r.i.ContentItemId, id) > 0);
            rows = wish.IsDescending ? rows.OrderByDescending(r => r.f.Number).ThenBy(r => r.i.ContentItemId) : rows.OrderBy(r => r.f.Number).ThenBy(r => r.i.ContentItemId);
        }
        else
        {
            if (place is var (text, id) && Moment(text) is var value)
                rows = wish.IsDescending ? rows.Where(r => r.f.Moment < value || r.f.Moment == value && string.Compare(r.i.ContentItemId, id) > 0) : rows.Where(r => r.f.Moment > value || r.f.Moment == value && string.Compare(r.i.ContentItemId, id) > 0);
            rows = wish.IsDescending ? rows.OrderByDescending(r => r.f.Moment).ThenBy(r => r.i.ContentItemId) : rows.OrderBy(r => r.f.Moment).ThenBy(r => r.i.ContentItemId);
        }
        return rows.Select(r => new ListedRow(new ItemRow(r.i.ContentItemId, r.i.DisplayText, r.i.Slug!, r.i.Summary, r.i.ImagePath, r.i.Culture, r.i.PublishedAt!.Value, r.i.OriginId), "", r.f.Moment, r.f.Number));
    }
#pragma warning restore CA1309

    private static DateTime Moment(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static IQueryable<ListedRow> Plain(IQueryable<ContentItem> items) =>
        items.Select(i => new ListedRow(new ItemRow(i.ContentItemId, i.DisplayText, i.Slug!, i.Summary, i.ImagePath, i.Culture, i.PublishedAt!.Value, i.OriginId), i.SortKey, null, null));
}
