using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Reading;
using Integral.Platform.Navigation;

namespace Integral.Content.Menus;

/// <summary>The menus that somebody made for the site, in one reader's language. Two statements, of which pages ask nothing: <see cref="PublicFacts"/> keeps the answer.</summary>
internal sealed class SiteMenus(Db db)
{
    /// <param name="language">What the reader reads, and the institution's own: two letters.</param>
    /// <param name="lists">Of the site.</param>
    /// <param name="to">Completes an address within the site.</param>
    /// <returns>By alias.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PublicLink>>> ReadAsync((string Reader, string Own) language, IReadOnlyList<ListedType> lists, Func<string, string> to)
    {
        string[] shown = [MenuTypes.Main, MenuTypes.Foot];
        var written = await db.ContentItems.Published().Where(i => i.Blocks != null).SelectMany(i => i.Fields.Where(f => f.Part == Known.Alias && f.Field == "Alias" && shown.Contains(f.Text)), (i, f) => new { f.Text, i.ContentItemId, i.Blocks })
            .OrderBy(m => m.ContentItemId).ToListAsync();
        var menus = written.Select(m => (Alias: m.Text!, Menu: WrittenMenu.Read(m.Blocks))).Where(m => m.Menu is not null).DistinctBy(m => m.Alias).ToDictionary(m => m.Alias, m => m.Menu!);
        var pages = await PagesAsync([.. menus.Values.SelectMany(m => m.Pages).Distinct()], language);
        return menus.ToDictionary(m => m.Key, m => Links(m.Value.Menu));

        IReadOnlyList<PublicLink> Links(IReadOnlyList<WrittenEntry> entries) => [.. entries.SelectMany(Link)];

        // Entries of the second level that lead somewhere take the place of one that no longer does.
        IReadOnlyList<PublicLink> Link(WrittenEntry entry)
        {
            var below = Links(entry.Below);
            return Own(entry) is { } link ? [link with { Below = below }] : below;
        }

        PublicLink? Own(WrittenEntry entry) =>
            entry.Page is { } page ? pages.TryGetValue(page, out var there) ? new(there.Title, to(there.Slug)) : null
            : entry.List is { } list ? lists.FirstOrDefault(l => l.Name == list) is { } type ? new(type.Title, to(type.Folder)) : null
            : entry.Url is { } url ? new(entry.Names?.GetValueOrDefault(language.Reader) ?? entry.Name ?? url, url.StartsWith("~/", StringComparison.Ordinal) && !url.StartsWith("~/media/", StringComparison.Ordinal) ? to(url[2..]) : url) : null;
    }

    // Each in the language of the reader if it is there, whichever language it was chosen in.
    private async Task<Dictionary<string, (string Title, string Slug)>> PagesAsync(List<string> ids, (string Reader, string Own) language)
    {
        if (ids.Count == 0) return [];
        var all = db.ContentItems.AsNoTracking();
        var found = await all.Published().ReadableIn(language.Reader, language.Own).Where(i => i.Slug != null)
            .SelectMany(i => all.Where(n => ids.Contains(n.ContentItemId) && n.LocalizationSet == i.LocalizationSet), (i, n) => new { n.ContentItemId, i.DisplayText, i.Slug }).ToListAsync();
        return found.ToDictionary(p => p.ContentItemId, p => (p.DisplayText, p.Slug!));
    }
}
