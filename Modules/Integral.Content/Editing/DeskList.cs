using Integral.Content.Data;
using Integral.Content.Reading;

namespace Integral.Content.Editing;

/// <summary>How an item stands towards visitors.</summary>
internal enum ItemState
{
    [Display(Name = "Draft")] Draft,
    [Display(Name = "Published")] Published,
    [Display(Name = "Published, with a newer draft")] Changed,
    [Display(Name = "Waits for its time")] Scheduled,
    [Display(Name = "In the bin")] Deleted,
}

/// <param name="Q">Words of the title.</param>
/// <param name="Type">Name of a content type.</param>
/// <param name="State">Null for all that isn't in the bin.</param>
/// <param name="Culture">Two letters.</param>
/// <param name="Missing">Two letters: only what isn't there in that language.</param>
/// <param name="After">Where the part before ended.</param>
/// <param name="IsMine">Only what is the reader's own.</param>
internal sealed record ContentFilter(string? Q, string? Type, ItemState? State, string? Culture, string? After, string? Missing = null, bool IsMine = false);

internal sealed record ContentRow(string ContentItemId, string Title, string Type, ItemState State, string Culture, string? Author, DateTime ModifiedAt, Guid? OriginId);

internal sealed record ContentPage(IReadOnlyList<ContentRow> Rows, string? Next);

/// <summary>What there is on the desk, what was changed last first.</summary>
internal sealed class DeskList(Db db, ContentRights rights)
{
    public const int PageSize = 50;

    /// <param name="filter">What is looked for.</param>
    /// <param name="most">Rows of a part, at most a hundred.</param>
    public async Task<ContentPage> PageAsync(ContentFilter filter, int most = PageSize)
    {
        var items = From(await FilteredAsync(filter), filter.After);
        var rows = await items.OrderByDescending(i => i.ModifiedAt).ThenByDescending(i => i.ContentItemId).Take(most + 1)
            .Select(i => new
            {
                i.ContentItemId, i.DisplayText, i.ContentType, i.Culture, i.Author, i.ModifiedAt, i.OriginId, i.DeletedAt, i.PublishedAt, i.ScheduledAt,
                IsChanged = i.Versions.Any(v => v.IsLatest && !v.IsPublished),
            }).ToListAsync();
        var next = rows.Count > most ? Cursor.After(rows[most - 1].ModifiedAt, rows[most - 1].ContentItemId).ToString() : null;
        return new([.. rows.Take(most).Select(r => new ContentRow(r.ContentItemId, r.DisplayText, r.ContentType, StateOf(r.DeletedAt, r.PublishedAt, r.ScheduledAt, r.IsChanged), r.Culture, r.Author, r.ModifiedAt, r.OriginId))], next);
    }

    /// <summary>Ids of all that is found, what was changed last first, and no more than <paramref name="most"/>.</summary>
    public async Task<List<string>> IdsAsync(ContentFilter filter, int most) => await (await FilteredAsync(filter))
        .OrderByDescending(i => i.ModifiedAt).ThenByDescending(i => i.ContentItemId).Take(most).Select(i => i.ContentItemId).ToListAsync();

    /// <summary>How many are found, counted up to <paramref name="most"/>.</summary>
    public async Task<int> CountAsync(ContentFilter filter, int most) => await (await FilteredAsync(filter)).Take(most).CountAsync();

    public static ItemState StateOf(ContentItem item) => StateOf(item.DeletedAt, item.PublishedAt, item.ScheduledAt, item.Latest is { IsPublished: false });

    private static ItemState StateOf(DateTime? deleted, DateTime? published, DateTime? scheduled, bool isChanged) =>
        deleted is not null ? ItemState.Deleted : published is null && scheduled is not null ? ItemState.Scheduled : published is null ? ItemState.Draft : isChanged ? ItemState.Changed : ItemState.Published;

    private async Task<IQueryable<ContentItem>> FilteredAsync(ContentFilter filter)
    {
        var may = await rights.TodayAsync();
        var (items, all) = (may.Within(db.ContentItems.AsNoTracking()), db.ContentItems);
        items = filter.State switch
        {
            null => items.Where(i => i.DeletedAt == null),
            ItemState.Deleted => items.Where(i => i.DeletedAt != null),
            ItemState.Draft => items.Where(i => i.DeletedAt == null && i.PublishedAt == null && i.ScheduledAt == null),
            ItemState.Scheduled => items.Where(i => i.DeletedAt == null && i.ScheduledAt != null),
            ItemState.Published => items.Where(i => i.DeletedAt == null && i.PublishedAt != null && !i.Versions.Any(v => v.IsLatest && !v.IsPublished)),
            _ => items.Where(i => i.DeletedAt == null && i.PublishedAt != null && i.Versions.Any(v => v.IsLatest && !v.IsPublished)),
        };
        if (filter.IsMine)
        {
            var own = may.Owner;
            items = items.Where(i => i.Owner != null && i.Owner == own);
        }
        if (filter.Type is { Length: > 0 } type) items = items.Where(i => i.ContentType == type);
        if (filter.Culture is { Length: > 0 } culture) items = items.Where(i => i.Culture == culture);
        if (filter.Missing is { Length: > 0 } missing) items = items.Where(i => i.Culture != missing && i.OriginId == null && !all.Any(t => t.LocalizationSet == i.LocalizationSet && t.Culture == missing && t.DeletedAt == null));
        return filter.Q?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(items, Named) ?? items;
    }

    // The engines don't agree on what is a capital of Cyrillic, so the word is looked for in the three ways in which it may stand in a title.
    /// <summary>Those that have a word in their titles.</summary>
    public static IQueryable<ContentItem> Named(IQueryable<ContentItem> items, string word)
    {
        var (small, large) = (word.ToLowerInvariant(), word.ToUpperInvariant());
        var title = $"{large[0]}{small[1..]}";
        return items.Where(i => i.DisplayText.Contains(small) || i.DisplayText.Contains(title) || i.DisplayText.Contains(large) || i.DisplayText.Contains(word));
    }

    private static IQueryable<ContentItem> From(IQueryable<ContentItem> items, string? after)
    {
        if (Cursor.Read(after) is not { At: var at, ContentItemId: var id }) return items;
#pragma warning disable CA1309 // the engine compares: the overload with a comparison can't be translated
        return items.Where(i => i.ModifiedAt < at || i.ModifiedAt == at && string.Compare(i.ContentItemId, id) < 0);
#pragma warning restore CA1309
    }
}
