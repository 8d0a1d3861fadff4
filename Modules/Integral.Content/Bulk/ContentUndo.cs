using Integral.Content.Data;
using Integral.Content.Editing;
using Integral.Content.Publishing;
using Integral.Platform.Changes;
using Integral.Platform.Jobs;

namespace Integral.Content.Bulk;

/// <summary>
/// Taking a mass action with items back: nobody puts back what he may not change or publish alone, an address that another page has taken
/// stays with that page, and what those below are offered is what is published then.
/// </summary>
internal sealed class ContentUndo(Db db, ContentRights rights, Current current, ItemWriter writer, Alarm alarm) : IUndoes
{
    private const int Named = 20;

    /// <summary>Titles of what stayed as it was, the first of them: somebody has changed it since.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    /// <summary>How many items are as before.</summary>
    public int Back { get; private set; }

    /// <summary>How many stayed as they were.</summary>
    public int LeftCount { get; private set; }

    public Type Rows => typeof(ContentItem);

    public async Task<IReadOnlySet<Guid>> KeptAsync(IReadOnlyList<FormerRow> rows)
    {
        var items = await ReadAsync(rows);
        var slugs = rows.Select(r => r.Text(nameof(ContentItem.Slug))).OfType<string>().Where(s => s.Length > 0).Distinct().ToArray();
        var taken = await TakenAsync(slugs);
        var may = await rights.TodayAsync();
        return rows.Where(r => items.TryGetValue(r.Id, out var item) && (!IsTheirs(item, r, may) || IsTaken(r, taken))).Select(r => r.Id).ToHashSet();
    }

    public async Task FollowAsync(IReadOnlyList<FormerRow> back, IReadOnlyList<FormerRow> left)
    {
        var stayed = await ReadAsync(left);
        (Back, LeftCount, Left) = (back.Count, left.Count, [.. stayed.Values.Select(i => i.DisplayText).Order(StringComparer.CurrentCulture).Take(Named)]);
        // Their own rows are as somebody left them; what is offered of them was put back with the others.
        foreach (var item in stayed.Values) await writer.FollowAsync(item);
        // Waking in vain costs nothing.
        if (back.SelectMany(r => new[] { r.Moment(nameof(ContentItem.ScheduledAt)), r.Moment(nameof(ContentItem.WithdrawnAt)) }).Min() is { } next) await alarm.SetAsync(current.Tenant.Id, PublishingTimes.Alarm, next);
    }

    // A verb of the command line acts for whoever may start the server.
    private bool IsTheirs(ContentItem item, FormerRow row, RightsToday may) => current.Account is null
        || may.MayChange(item) && (may.MayPublish(item.ContentType) || item.PublishedAt == row.Moment(nameof(ContentItem.PublishedAt)) && item.DeletedAt == row.Moment(nameof(ContentItem.DeletedAt)));

    private static bool IsTaken(FormerRow row, ILookup<(string, string), Guid> taken) =>
        row.Text(nameof(ContentItem.Slug)) is { } slug && taken[(slug, row.Text(nameof(ContentItem.Culture)) ?? "")].Any(id => id != row.Id);

    private async Task<ILookup<(string, string), Guid>> TakenAsync(string[] slugs) =>
        (await db.ContentItems.AsNoTracking().Where(i => EF.Parameter(slugs).Contains(i.Slug!)).Select(i => new { i.Id, i.Slug, i.Culture }).ToListAsync()).ToLookup(i => (i.Slug!, i.Culture), i => i.Id);

    private async Task<Dictionary<Guid, ContentItem>> ReadAsync(IReadOnlyList<FormerRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        return await db.ContentItems.AsNoTracking().Include(i => i.Versions.Where(v => v.IsPublished)).Where(i => EF.Parameter(ids).Contains(i.Id)).ToDictionaryAsync(i => i.Id);
    }
}
