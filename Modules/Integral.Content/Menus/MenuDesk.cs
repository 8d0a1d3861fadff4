using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;

namespace Integral.Content.Menus;

/// <summary>A menu that pages show.</summary>
/// <param name="ContentItemId">Null where nobody has made it: then it makes itself.</param>
internal sealed record MenuRow(string Alias, string? ContentItemId, ItemState State);

/// <summary>Begins the menus of the site. From then on each is an item like others: with drafts, versions and a bin.</summary>
internal sealed class MenuDesk(Db db, ContentDesk desk, PublicSite site, Texts texts)
{
    /// <summary>Those that every page shows.</summary>
    public async Task<IReadOnlyList<MenuRow>> AllAsync()
    {
        var rows = await db.ContentItems.AsNoTracking().Where(i => i.ContentType == MenuTypes.Menu && i.DeletedAt == null && i.OriginId == null).OrderBy(i => i.ContentItemId).Include(i => i.Versions.Where(v => v.IsLatest)).ToListAsync();
        return [.. ((ReadOnlySpan<string>)[MenuTypes.Main, MenuTypes.Foot]).ToArray().Select(alias => rows.Find(r => AliasOf(r) == alias) is { } there ? new MenuRow(alias, there.ContentItemId, DeskList.StateOf(there)) : new(alias, null, default))];
    }

    /// <summary>A draft that holds what the site shows without it.</summary>
    /// <param name="alias">Of a menu that pages show.</param>
    /// <param name="title">What authors call it.</param>
    /// <returns>Its id; of the one that is there, where there is one.</returns>
    /// <exception cref="NotFoundException">Pages show no such menu.</exception>
    public async Task<string> BeginAsync(string alias, string title)
    {
        var menu = (await AllAsync()).FirstOrDefault(m => m.Alias == alias) ?? throw new NotFoundException();
        if (menu.ContentItemId is { } there) return there;
        var sheet = await desk.NewAsync(MenuTypes.Menu);
        sheet.Data[Known.Title] = new JsonObject { ["Title"] = title };
        sheet.Data[Known.Alias] = new JsonObject { ["Alias"] = alias };
        sheet.Data[Known.MenuItems] = new JsonObject { ["MenuItems"] = new JsonArray([.. await ShownAsync()]) };
        return (await desk.SaveAsync(sheet, isPublished: false)).ContentItemId;
    }

    private async Task<IEnumerable<JsonObject>> ShownAsync()
    {
        var lists = await site.ListsAsync();
        var pages = (await site.MadeByItselfAsync()).Select(p => p.ContentItemId).ToList();
        var news = lists.Where(l => l is { IsFilled: true, Name: PageAddresses.News });
        return [.. news.Select(Entry), .. (await site.SectionsAsync()).Select(Entry), .. pages.Select(Entry), .. lists.Where(l => l.IsFilled).Except(news).Select(Entry)];
    }

    private static JsonObject Entry(string page)
    {
        var value = new JsonObject();
        PageEntryKind.Put(value, page);
        return Entry(MenuTypes.PageEntry, Known.PageEntry, value);
    }

    private static JsonObject Entry(ListedType list)
    {
        var value = new JsonObject();
        ListEntryKind.Put(value, list.Name);
        return Entry(MenuTypes.ListEntry, Known.ListEntry, value);
    }

    private JsonObject Entry(PublicSection section)
    {
        var value = new JsonObject();
        LinkEntryKind.Put(value, $"~/{section.Address}", site.Own, culture => texts.Say(section.Title, CultureInfo.GetCultureInfo(culture)));
        return Entry(MenuTypes.LinkEntry, Known.LinkEntry, value);
    }

    private static JsonObject Entry(string type, string part, JsonObject value) => new() { ["ContentItemId"] = UniqueId.New(), ["ContentType"] = type, [part] = value };

    private static string? AliasOf(ContentItem item) => (ContentDesk.Data(item.Latest)[Known.Alias] as JsonObject)?["Alias"]?.ToString();
}
