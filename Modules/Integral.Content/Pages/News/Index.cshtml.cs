using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Platform.Web;
using Microsoft.AspNetCore.OutputCaching;

namespace Integral.Content.Pages.News;

/// <summary>All news, the newest first.</summary>
[AllowAnonymous, OutputCache(PolicyName = CachePolicies.Public)]
internal sealed class IndexModel(Db db, PublicSite site, PageSources sources) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<ItemRow> News { get; private set; } = [];
    public string? First { get; private set; }
    public string? Next { get; private set; }

    public async Task OnGetAsync(string? cursor)
    {
        sources.Show(PageAddresses.News);
        var rows = await db.ContentItems.Published().Where(i => i.ContentType == PageAddresses.News && i.Slug != null).ReadableIn(site.Culture, site.Own)
            .NewestFrom(Cursor.Read(cursor)).Take(PageSize + 1).Select(ItemRow.Of).ToListAsync();
        News = [.. rows.Take(PageSize)];
        var here = site.To(PageAddresses.NewsFolder);
        First = string.IsNullOrEmpty(cursor) ? null : here;
        Next = rows.Count > PageSize ? $"{here}?cursor={Cursor.After(News[^1].PublishedAt, News[^1].ContentItemId)}" : null;
    }
}
