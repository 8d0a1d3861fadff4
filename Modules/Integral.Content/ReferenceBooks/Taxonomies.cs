using System.Text.Json.Nodes;
using Integral.Platform.Recipes;

namespace Integral.Content.ReferenceBooks;

/// <summary>A taxonomy in a recipe of Orchard's is a content item there; here it is a reference book with the same ids, named in the institution's language.</summary>
internal static class Taxonomies
{
    public static bool Is(JsonObject item) => item.Text("ContentType") == "Taxonomy" && item.Find("TaxonomyPart") is JsonObject;

    /// <summary>As the step for reference books says it.</summary>
    public static JsonObject Book(JsonObject item, string culture)
    {
        var (title, id) = (Title(item), item.Text("ContentItemId"));
        var code = Transliteration.Slug((item.Find("AliasPart") as JsonObject)?.Text("Alias") is { Length: > 0 } alias ? alias : title, ReferenceBook.LongestCode);
        return new()
        {
            ["BookId"] = id, ["Code"] = code.Length > 0 ? code : id, ["Names"] = new JsonObject { [culture] = title },
            ["Terms"] = new JsonArray([.. Terms((JsonObject)item.Find("TaxonomyPart")!, culture)]),
        };
    }

    private static IEnumerable<JsonObject> Terms(JsonObject of, string culture) => (of.Find("Terms") as JsonArray ?? []).OfType<JsonObject>().Select(t => new JsonObject
    {
        ["TermId"] = t.Text("ContentItemId"), ["Names"] = new JsonObject { [culture] = Title(t) }, ["Terms"] = new JsonArray([.. Terms(t, culture)]),
    });

    private static string Title(JsonObject item) => (item.Find("TitlePart") as JsonObject)?.Text("Title") is { Length: > 0 } title ? title : item.Text("DisplayText") ?? "";
}
