using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Blocks;
using Integral.Content.Data;
using Integral.Content.Fields;
using Integral.Content.Media;
using Integral.Content.Menus;
using Integral.Content.Profiles;
using Integral.Content.Publishing;
using Integral.Content.ReferenceBooks;
using Integral.Content.Rendering;
using Integral.Platform.Navigation;
using Integral.Ui.Maps;

namespace Integral.Content.Reading;

/// <summary>The current tenant's site: the language it is read in, its links, contacts and addresses.</summary>
internal sealed class PublicSite(Db db, Current current, PublicFacts kept, FieldKinds kinds, Catalogue catalogue, TenantAddresses addresses, Pictures pictures, SiteMenus menus, IExtensions<IPublicSection> sections, Texts texts) : IPublicLinks
{
    private const int MostLinks = 7;

    private Shelf? shelf;

    public string Own => current.Tenant.Culture;
    public string Culture { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>An address of this site in the reader's language.</summary>
    public string To(string path) => $"{current.Base}{current.CulturePrefix}/{path}";

    /// <summary>An address of this site in a text's own language.</summary>
    public string In(string culture, string path) => $"{current.Base}{(culture == Own ? "" : $"/{culture}")}/{path}";

    /// <summary>The address of a picture.</summary>
    /// <param name="path">In the media folder of the site that the text is of.</param>
    /// <param name="origin">The institution above that the text was taken from; null for the own.</param>
    /// <returns>Null where it can't be shown: a page takes no pictures from another host (SafeHeaders).</returns>
    public string? Media(string? path, Guid? origin) => path is null || Above(origin) is { } above && IsElsewhere(above) ? null : $"{Base(origin)}/media/{Rendering.BodyWriter.MediaAddress(path)}";

    /// <summary>The reference books; read once for a page.</summary>
    public async ValueTask<Shelf> ShelfAsync() => shelf ??= await kinds.Shelves.OfAsync(db);

    /// <summary>What is known of the pictures of this page; what comes from above is known there only.</summary>
    public ShownPicture Picture(string? path, Guid? origin) => origin is null ? pictures[path] : ShownPicture.Unknown;

    /// <summary>Learns about the pictures that cards are going to show: one query.</summary>
    public Task LearnAsync(IEnumerable<ItemRow> items) => pictures.LearnAsync(items.Where(i => i.OriginId is null).Select(i => i.ImagePath));

    /// <summary>Learns about the pictures of an item and of its blocks in one query, and completes its text, which doesn't know where its site stands and what terms are called today.</summary>
    public async Task<string> CompleteAsync(ContentItem item, IReadOnlyList<BlockView>? blocks = null)
    {
        if (item.OriginId is null) await pictures.LearnAsync([item.ImagePath, .. Pictures.In(item.BodyHtml), .. (blocks ?? []).SelectMany(b => b.Shown)]);
        if (TermNamesIn.Has(item.BodyHtml)) await ShelfAsync();
        return Complete(item.BodyHtml, item.OriginId, item.Culture);
    }

    /// <summary>Completes the addresses of a rendered text, which don't know where its site stands, and its pictures with what has been learnt of them.</summary>
    /// <param name="html">Clean.</param>
    /// <param name="origin">The institution above that the text was taken from; null for the own.</param>
    /// <param name="culture">Of the text, where it isn't the reader's. Terms in it keep the names they had unless the books have been read.</param>
    public string Complete(string html, Guid? origin, string? culture = null) => pictures.Complete(TermNamesIn.Has(html) ? TermNamesIn.Filled(html, shelf ?? Shelf.Empty, culture ?? Culture, Own) : html, Base(origin), isOwn: origin is null)
        .Replace("=\"~/media/", $"=\"{Base(origin)}/media/", StringComparison.Ordinal)
        .Replace("=\"~/", $"=\"{Home(origin)}", StringComparison.Ordinal);

    /// <summary>An address as somebody wrote it in a field, of which <c>~/</c> is the site.</summary>
    public string Complete(PublicLink link, Guid? origin) => link.Href.StartsWith("~/media/", StringComparison.Ordinal) ? $"{Base(origin)}{link.Href[1..]}" : link.Href.StartsWith("~/", StringComparison.Ordinal) ? $"{Home(origin)}{link.Href[2..]}" : link.Href;

    private string Home(Guid? origin) => origin is null ? To("") : $"{Base(origin)}{current.CulturePrefix}/";

    /// <summary>The name of the institution above that a text was taken from.</summary>
    public string? NameOf(Guid? origin) => Above(origin)?.Name;

    private string Base(Guid? origin) => Above(origin) is not { } above ? current.Base : IsElsewhere(above) ? addresses.Base(above) : above.IsRoot ? "" : $"/{above.Path}";
    private Tenant? Above(Guid? origin) => origin is { } id ? catalogue.Of(id) : null;
    private bool IsElsewhere(Tenant above) => above.Hosts.Count > 0 || current.Base.Length == 0 && !current.Tenant.IsRoot;

    public string? Search => current.Tenant.Has(new ContentModule().Id) ? "~/search" : null;

    public async ValueTask<IReadOnlyList<PublicLink>> LinksAsync() => current.Tenant.Has(new ContentModule().Id) ? (await FactsAsync()).Links : [];

    public async ValueTask<IReadOnlyList<PublicLink>> FootAsync() => current.Tenant.Has(new ContentModule().Id) ? (await FactsAsync()).Foot : [];

    /// <summary>The type whose items stand at this address; null where it is no list.</summary>
    public async ValueTask<ListedType?> ListAsync(string slug) => (await FactsAsync()).Lists.FirstOrDefault(l => l.Folder == slug);

    /// <summary>Every list that has something in it, with its address.</summary>
    public async ValueTask<IReadOnlyList<PublicLink>> FilledListsAsync() => [.. (await FactsAsync()).Lists.Where(l => l.IsFilled).Select(l => new PublicLink(l.Title, To(l.Folder)))];

    /// <summary>Every type that has a list.</summary>
    public async ValueTask<IReadOnlyList<ListedType>> ListsAsync() => (await FactsAsync()).Lists;
    public async ValueTask<Profile> ProfileAsync() => (await FactsAsync()).Profile;

    /// <summary>The outline under a map of its institutions; empty where nobody has given one.</summary>
    public async ValueTask<IReadOnlyList<IReadOnlyList<MapPlace>>> OutlineAsync() => (await FactsAsync()).Outline;

    /// <summary>Languages in which the front page is written.</summary>
    public async ValueTask<IReadOnlyList<string>> FrontsAsync() => (await FactsAsync()).Fronts;

    private ValueTask<SiteFacts> FactsAsync() => kept.OfAsync(current.Tenant, current.CulturePrefix + Culture, ReadAsync);

    private async Task<SiteFacts> ReadAsync()
    {
        var profile = Profile.Of(await db.SettingAsync<JsonObject>(Profile.Setting));
        var book = await kinds.BookAsync(db);
        // Of each type the first that is found: the whole of a large type would be read to learn that there is something of it.
        var published = db.ContentItems.Published().Where(i => i.Slug != null);
        var filled = await db.ContentTypes.Where(t => published.Any(i => i.ContentType == t.Name)).Select(t => t.Name).ToListAsync();
        var lists = book.Types.Where(t => t.Folder is not null).OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => new ListedType(t.Name, t.Folder!, texts[t.ListTitle], filled.Contains(t.Name)) { Filters = ListFilter.Of(book, t), Sorts = ListSort.Of(book, t) }).ToList();
        var made = await menus.ReadAsync((Culture, Own), lists, To);
        var main = made.GetValueOrDefault(MenuTypes.Main) ?? await ReadLinksAsync(lists);
        IEnumerable<PublicLink> official = profile.WebSite is { } address ? [new(texts["Official site"], address)] : [];
        return new(main, [.. made.GetValueOrDefault(MenuTypes.Foot) ?? main, .. official], profile, lists)
        {
            Outline = Outlines.Of(await db.SettingAsync<JsonObject>(Outlines.Setting)),
            Fronts = await db.ContentItems.Published().Where(i => i.Slug == "").Select(i => i.Culture).Distinct().OrderBy(c => c).ToListAsync(),
        };
    }

    /// <summary>The pages that the main menu has as long as nobody makes one.</summary>
    public async Task<IReadOnlyList<(string ContentItemId, string Title, string Slug)>> MadeByItselfAsync()
    {
        var pages = await db.ContentItems.Published().ReadableIn(Culture, Own)
            .Where(i => i.Slug != null && i.Slug != "" && i.Fields.Any(f => f.Part == "Page" && f.Field == "InMenu" && f.Flag == true))
            .Select(i => new { i.ContentItemId, i.DisplayText, i.Slug, Position = i.Fields.Where(f => f.Part == "Page" && f.Field == "Position").Max(f => f.Number) })
            .OrderBy(i => i.Position ?? 1000).ThenBy(i => i.DisplayText).Take(MostLinks).ToListAsync();
        return [.. pages.Select(p => (p.ContentItemId, p.DisplayText, p.Slug!))];
    }

    /// <summary>What other modules have for visitors.</summary>
    public async Task<IReadOnlyList<PublicSection>> SectionsAsync()
    {
        var shown = new List<PublicSection>();
        foreach (var section in sections) if (await section.ShownAsync() is { } some) shown.Add(some);
        return shown;
    }

    private async Task<IReadOnlyList<PublicLink>> ReadLinksAsync(List<ListedType> lists)
    {
        var pages = await MadeByItselfAsync();
        // A page at a list's address stands above the list: they are one link.
        var others = lists.Where(l => l.IsFilled && pages.All(p => p.Slug != l.Folder)).OrderByDescending(l => l.Name == PageAddresses.News).Select(l => new PublicLink(l.Title, To(l.Folder))).ToList();
        var first = lists.Exists(l => l is { IsFilled: true, Name: PageAddresses.News }) ? 1 : 0;
        var own = (await SectionsAsync()).Select(s => new PublicLink(texts.Say(s.Title), To(s.Address))).ToList();
        return [.. others.Take(first), .. own, .. pages.Select(p => new PublicLink(p.Title, To(p.Slug))).Concat(others.Skip(first)).Take(MostLinks - first)];
    }
}
