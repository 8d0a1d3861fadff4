using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Platform.Recipes.Export;

namespace Integral.Content.Recipes;

/// <summary>Each item that isn't in the bin, with the version that visitors read and the latest one. Who wrote them stays behind, and so does what was taken from above.</summary>
internal sealed class ExportedContent : IExportedSteps
{
    private static readonly string[] Persons = ["Owner", "Author"];

    public async Task AddAsync(ExportedSite site)
    {
        var items = await site.Db.ContentItems.AsNoTracking().Include(i => i.Versions.Where(v => v.IsLatest || v.IsPublished)).Where(i => i.DeletedAt == null && i.OriginId == null).ToListAsync();
        var said = items.OrderBy(i => i.ContentItemId, StringComparer.Ordinal).SelectMany(Said).ToList();
        if (said.Count > 0) site.Step("content", new() { ["Data"] = new JsonArray([.. said]) });
    }

    // The published version first: the latest that isn't published is written over it as a draft.
    private static IEnumerable<JsonObject> Said(ContentItem item) => item.Versions.OrderBy(v => v.IsLatest).ThenBy(v => v.Number).Select(v => Said(item, v));

    private static JsonObject Said(ContentItem item, ContentVersion version)
    {
        var said = new JsonObject
        {
            ["ContentItemId"] = item.ContentItemId, ["ContentItemVersionId"] = version.ContentItemVersionId, ["ContentType"] = item.ContentType,
            ["DisplayText"] = version.IsPublished || version.Title.Length == 0 ? item.DisplayText : version.Title, ["Latest"] = version.IsLatest, ["Published"] = version.IsPublished,
            ["ModifiedUtc"] = Text(version.ModifiedAt), ["CreatedUtc"] = Text(item.CreatedAt),
        };
        if (version.IsPublished && version.PublishedAt is { } published) said["PublishedUtc"] = Text(published);
        foreach (var (name, part) in JsonNode.Parse(version.Data)!.AsObject()) said[name] = Nameless(part);
        Part(said, Known.Localization)["Culture"] = item.Culture;
        Part(said, Known.Localization)["LocalizationSet"] = item.LocalizationSet;
        // It may have been made from a title that has changed since.
        if (version.IsPublished && item.Slug is { Length: > 0 } slug) Part(said, Known.Route)["Path"] = slug;
        return said;
    }

    // Items inside a part have heads of their own. A field may be called so too, but a field is an object.
    private static JsonNode? Nameless(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.Where(v => !IsPerson(v.Key, v.Value)).Select(v => KeyValuePair.Create(v.Key, Nameless(v.Value)))),
        JsonArray values => new JsonArray([.. values.Select(Nameless)]),
        _ => node?.DeepClone(),
    };

    private static bool IsPerson(string name, JsonNode? value) => value is null or JsonValue && Persons.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static JsonObject Part(JsonObject said, string name)
    {
        if (said[name] is not JsonObject part) said[name] = part = [];
        return part;
    }

    private static string Text(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
