using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Platform.Recipes;

namespace Integral.Content.Definitions;

/// <summary>A part in a type: the same part may stand there several times under different names.</summary>
internal sealed record PartUse(string Part, string Name, string Title, double Position);

/// <summary>A field in a part; the kind is such as TextField.</summary>
internal sealed record FieldUse(string Kind, string Name, double Position);

/// <summary>A content type as the code reads it, its parts in their order on the page.</summary>
internal sealed record TypeShape(string Name, string Title, IReadOnlyList<PartUse> Parts)
{
    public PartUse? Part(string name) => Parts.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    public bool Has(string part) => Parts.Any(p => p.Part == part);
}

/// <summary>All types and parts of a tenant.</summary>
internal sealed class TypeBook
{
    private readonly Dictionary<string, TypeShape> types;
    private readonly Dictionary<string, IReadOnlyList<FieldUse>> parts;

    public TypeBook(IEnumerable<ContentType> types, IEnumerable<ContentPart> parts)
    {
        this.types = types.Select(Shape).ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);
        this.parts = parts.ToDictionary(p => p.Name, Fields, StringComparer.OrdinalIgnoreCase);
    }

    public static async Task<TypeBook> LoadAsync(Db db) =>
        new(await db.ContentTypes.AsNoTracking().ToListAsync(), await db.ContentParts.AsNoTracking().ToListAsync());

    public TypeShape? Type(string name) => types.GetValueOrDefault(name);

    /// <summary>The fields of a part that has been described; none for one that has no fields of its own.</summary>
    public IReadOnlyList<FieldUse> FieldsOf(string part) => parts.GetValueOrDefault(part) ?? [];

    private static TypeShape Shape(ContentType type) => new(type.Name, type.DisplayName,
        [.. Records(type.Definition, "ContentTypePartDefinitionRecords").Select(Use).OrderBy(p => p.Position)]);

    private static PartUse Use(JsonObject record)
    {
        var part = record.Text("PartName") ?? "";
        var name = record.Text("Name") ?? part;
        return new(part, name, Setting(record, "ContentTypePartSettings", "DisplayName") ?? name, Position(record, "ContentTypePartSettings"));
    }

    private static IReadOnlyList<FieldUse> Fields(ContentPart part) =>
        [.. Records(part.Definition, "ContentPartFieldDefinitionRecords")
            .Select(r => new FieldUse(r.Text("FieldName") ?? "", r.Text("Name") ?? "", Position(r, "ContentPartFieldSettings"))).OrderBy(f => f.Position)];

    private static IEnumerable<JsonObject> Records(string definition, string list) =>
        (JsonNode.Parse(definition)!.AsObject().Find(list) as JsonArray ?? []).OfType<JsonObject>();

    // Files of 2018 and 2019 have no section: the setting stands flat.
    private static string? Setting(JsonObject record, string section, string name) =>
        record.Find("Settings") is JsonObject settings ? (settings.Find(section) as JsonObject)?.Text(name) ?? settings.Text(name) : null;

    private static double Position(JsonObject record, string section) =>
        double.TryParse(Setting(record, section, "Position"), NumberStyles.Float, CultureInfo.InvariantCulture, out var position) ? position : 0;
}
