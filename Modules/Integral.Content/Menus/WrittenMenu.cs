using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Platform.Recipes;

namespace Integral.Content.Menus;

/// <summary>A menu as it is kept for visitors: what its entries lead to, not yet in anybody's language.</summary>
internal sealed record WrittenMenu(IReadOnlyList<WrittenEntry> Menu)
{
    /// <summary>JSON of a menu's entries; null of an item that isn't one.</summary>
    public static string? Of(TypeShape type, JsonObject data) => type.Part(Known.MenuItems) is null ? null : Json.Write(new WrittenMenu(In(data, MenuTypes.Levels)));

    /// <summary>No menu where that isn't the JSON of one.</summary>
    public static WrittenMenu? Read(string? written)
    {
        try
        {
            return written is ['{', ..] ? Json.Read<WrittenMenu>(written) : null;
        }
        catch (JsonException) { return null; }
    }

    /// <summary>Ids of the pages that are named in it.</summary>
    public IEnumerable<string> Pages => Menu.Concat(Menu.SelectMany(e => e.Below)).Select(e => e.Page).OfType<string>();

    private static IReadOnlyList<WrittenEntry> In(JsonObject of, int levels) => levels == 0 ? [] : [.. BlockPlace.Blocks(of, Known.MenuItems).Select(e => Entry(e, levels)).OfType<WrittenEntry>()];

    // An entry that somebody has only begun leads nowhere.
    private static WrittenEntry? Entry(JsonObject entry, int levels)
    {
        var below = In(entry, levels - 1);
        if (entry[Known.PageEntry] is JsonObject page && PageEntryKind.IdOf(page) is { } id) return new(below) { Page = id };
        if (entry[Known.ListEntry] is JsonObject list && ListEntryKind.TypeOf(list) is { } type) return new(below) { List = type };
        if (entry[Known.LinkEntry] is not JsonObject link || LinkEntryKind.UrlOf(link) is not { } url) return null;
        return new(below) { Url = url, Name = LinkEntryKind.NameOf(link) ?? (entry.Text("DisplayText") is { Length: > 0 } shown ? shown : url), Names = LinkEntryKind.NamesOf(link) };
    }
}

/// <param name="Below">Entries of the second level.</param>
internal sealed record WrittenEntry(IReadOnlyList<WrittenEntry> Below)
{
    /// <summary>ContentItemId of the page to which it leads.</summary>
    public string? Page { get; init; }

    /// <summary>The content type to whose list it leads.</summary>
    public string? List { get; init; }
    public string? Url { get; init; }
    public string? Name { get; init; }
    public Dictionary<string, string>? Names { get; init; }
}
