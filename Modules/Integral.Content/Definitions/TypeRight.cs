using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Recipes;

namespace Integral.Content.Definitions;

/// <summary>What somebody may do with items of a type.</summary>
[Flags]
internal enum TypeRight
{
    None = 0,

    /// <summary>Write one, and change one's own.</summary>
    Write = 1,

    /// <summary>Change what others wrote.</summary>
    Edit = 2,

    /// <summary>Publish, take off the site, throw away.</summary>
    Publish = 4,
}

/// <summary>What a type's definition says of who may do what with it, by the names of roles. A role that isn't named may what its permissions say.</summary>
internal static class TypeRights
{
    public const string Section = "Rights", Mark = "Securable";

    public static IReadOnlyDictionary<string, TypeRight> Nothing { get; } = FrozenDictionary<string, TypeRight>.Empty;

    /// <summary>Each right with its word in definitions and the permission that gives it for all types.</summary>
    public static IReadOnlyList<(TypeRight Right, string Word, string Permission)> All { get; } =
        [(TypeRight.Write, "write", ContentModule.Write), (TypeRight.Edit, "edit", ContentModule.Edit), (TypeRight.Publish, "publish", ContentModule.Publish)];

    /// <summary>What permissions give.</summary>
    public static TypeRight Of(Func<string, bool> may) => All.Where(r => may(r.Permission)).Aggregate(TypeRight.None, (all, r) => all | r.Right);

    public static IReadOnlyList<string> Words(TypeRight rights) => [.. All.Where(r => rights.HasFlag(r.Right)).Select(r => r.Word)];

    /// <summary>Null where one of the words isn't known.</summary>
    public static TypeRight? Read(IEnumerable<string> words)
    {
        var rights = TypeRight.None;
        foreach (var word in words)
        {
            if (All.FirstOrDefault(r => r.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) is not { Word: not null } known) return null;
            rights |= known.Right;
        }
        return rights;
    }

    // Who is named in words that nobody understands may do nothing: a slip of the pen opens no door.
    /// <param name="settings">Of a type.</param>
    public static IReadOnlyDictionary<string, TypeRight> Read(JsonObject settings) => Said(settings).ToFrozenDictionary(s => s.Key, s => s.Value is JsonArray words && Read(Texts(words)) is { } rights ? rights : TypeRight.None);

    /// <summary>Roles whose rights can't be understood.</summary>
    public static IEnumerable<string> Unclear(JsonObject settings) => Said(settings).Where(s => s.Value is not JsonArray words || Read(Texts(words)) is null).Select(s => s.Key);

    public static JsonObject Json(IReadOnlyDictionary<string, TypeRight> rights) =>
        new(rights.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create<string, JsonNode?>(r.Key, new JsonArray([.. Words(r.Value).Select(w => JsonValue.Create(w))]))));

    private static JsonObject Said(JsonObject settings) => (settings.Find(DefinitionJson.OwnSettings) as JsonObject)?.Find(Section) as JsonObject ?? [];
    private static IEnumerable<string> Texts(JsonArray words) => words.Select(w => w?.GetValueKind() == JsonValueKind.String ? $"{w}" : "-");
}
