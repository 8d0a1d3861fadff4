using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Platform.Navigation;

namespace Integral.Content.Reading;

/// <summary>The latest news of the institution, for everyone who works or learns in it.</summary>
internal sealed class NewsCard(Db db, PublicSite site, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        var latest = await db.ContentItems.Published().ReadableIn(site.Culture, site.Own).Where(i => i.ContentType == PageAddresses.News)
            .OrderByDescending(i => i.PublishedAt).Select(i => i.DisplayText).FirstOrDefaultAsync();
        return latest is null ? null : new(texts["News"], latest, null, "/news", "news", 40);
    }
}
