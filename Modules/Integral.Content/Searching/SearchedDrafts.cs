using Integral.Content.Data;
using Integral.Platform.Search;

namespace Integral.Content.Searching;

/// <summary>What was written anew of published items and isn't published yet: beside what visitors see, for those who may open it.</summary>
internal sealed class SearchedDrafts : SearchedItems
{
    public override string Kind => "draft";

    public override async ValueTask<Searchable?> OfAsync(Db db, object row)
    {
        var item = (ContentItem)row;
        if (item.DeletedAt is not null || item.PublishedAt is null || item.OriginId is not null) return null;
        return await LatestAsync(db, item) is { IsPublished: false } latest ? Draft(item, latest) : null;
    }

    /// <summary>Only those that have such a draft, with it.</summary>
    public override async Task<IReadOnlyList<object>> ReadAsync(Db db, string after, int most)
    {
#pragma warning disable CA1309 // the engine compares
        return await db.ContentItems.Include(i => i.Versions.Where(v => v.IsLatest || v.IsPublished)).AsSplitQuery()
            .Where(i => string.Compare(i.ContentItemId, after) > 0 && i.PublishedAt != null && i.Versions.Any(v => v.IsLatest && !v.IsPublished)).OrderBy(i => i.ContentItemId).Take(most).ToListAsync();
#pragma warning restore CA1309
    }

    public override Task TendAsync(IServiceProvider services, Db db, IReadOnlyList<object> rows) => Task.CompletedTask;
}
