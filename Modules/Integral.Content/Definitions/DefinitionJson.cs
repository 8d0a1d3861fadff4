using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Recipes;

namespace Integral.Content.Definitions;

/// <summary>Joins what is known of a type or part with what a recipe says of it.</summary>
internal static class DefinitionJson
{
    public const string PartRecords = "ContentTypePartDefinitionRecords", FieldRecords = "ContentPartFieldDefinitionRecords";

    /// <summary>The section of a type's settings that Orchard Core doesn't have.</summary>
    public const string OwnSettings = "IntegralTypeSettings";

    /// <summary>The same of a part. It remembers the records of fields that were removed.</summary>
    public const string OwnPartSettings = "IntegralPartSettings", RemovedRecords = "Removed";

    /// <summary>How a field is displayed whose title stands before its value.</summary>
    public const string Fact = "Fact";

    /// <summary>A stored definition; nothing where it is damaged: one type doesn't take the whole site away.</summary>
    public static JsonObject Read(string definition)
    {
        try
        {
            return JsonNode.Parse(definition) as JsonObject ?? [];
        }
        catch (JsonException) { return []; }
    }

    /// <param name="known">The stored definition; null where there is none, or where it is to be replaced.</param>
    /// <param name="said">The recipe's.</param>
    /// <param name="records">Name of the list of parts or fields.</param>
    /// <param name="accepted">Those of the recipe's records that are known here.</param>
    public static string Joined(string? known, JsonObject said, string records, IEnumerable<JsonObject> accepted)
    {
        var old = known is null ? [] : JsonNode.Parse(known)!.AsObject();
        var list = new OrderedDictionary<string, JsonNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in (old[records] as JsonArray ?? []).OfType<JsonObject>().Concat(accepted)) list[record.Text("Name") ?? ""] = record.DeepClone();
        return new JsonObject
        {
            ["Settings"] = Joined(old["Settings"] as JsonObject, said.Find("Settings") as JsonObject),
            [records] = new JsonArray([.. list.Values]),
        }.ToJsonString(Json.Options);
    }

    private static JsonObject Joined(JsonObject? old, JsonObject? said)
    {
        var joined = old?.DeepClone().AsObject() ?? [];
        foreach (var (key, value) in said ?? [])
            joined[key] = value is JsonObject section ? Joined(joined[key] as JsonObject, section) : value?.DeepClone();
        return joined;
    }
}
