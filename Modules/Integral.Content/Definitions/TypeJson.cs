using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Fields;
using Integral.Platform.Recipes;

namespace Integral.Content.Definitions;

/// <summary>Writes what somebody said of a type into its definitions. What they know besides, and what isn't known here, stays in them untouched.</summary>
internal static class TypeJson
{
    private const string Settings = "Settings", TypeSection = "ContentTypeSettings", PartSection = "ContentTypePartSettings", FieldSection = "ContentPartFieldSettings", ListSection = "ListPartSettings";

    /// <param name="name">Of the type.</param>
    /// <param name="known">Its definition; null of a new one.</param>
    /// <param name="wanted">What is to be written.</param>
    public static string OfType(string name, string? known, WantedType wanted)
    {
        var type = known is null ? New() : JsonNode.Parse(known)!.AsObject();
        var settings = Section(Section(type, Settings), TypeSection);
        Put(settings, "Creatable", wanted.IsCreatable);
        Put(settings, "Description", wanted.Description);
        if ((wanted.Folder ?? wanted.ListTitle) is not null || type.Find(Settings) is JsonObject { } own && own.Find(DefinitionJson.OwnSettings) is not null)
        {
            var list = Section(Section(type, Settings), DefinitionJson.OwnSettings);
            Put(list, "Folder", wanted.Folder);
            Put(list, "ListTitle", wanted.ListTitle);
        }
        if (wanted.Rights is { } rights && (rights.Count > 0 || type.Find(Settings) is JsonObject said && said.Find(DefinitionJson.OwnSettings) is not null))
        {
            if (rights.Count > 0) Put(settings, TypeRights.Mark, true);
            Put(Section(Section(type, Settings), DefinitionJson.OwnSettings), TypeRights.Section, rights.Count > 0 ? TypeRights.Json(rights) : null);
        }
        var parts = Parts(name, List(type, DefinitionJson.PartRecords), wanted).ToList();
        foreach (var list in parts.OfType<JsonObject>().Where(p => PartName(p) == Known.List)) Put(Section(Section(list, Settings), ListSection), "ContainedContentTypes", new JsonArray([.. wanted.Contained.Select(t => JsonValue.Create(t))]));
        Put(type, DefinitionJson.PartRecords, new JsonArray([.. parts]));
        return type.ToJsonString(Json.Options);
    }

    /// <param name="known">Definition of the part of the type's own fields; null where there is none yet.</param>
    /// <param name="fields">With their names.</param>
    public static string OfFields(string? known, IReadOnlyList<WantedField> fields, FieldKinds kinds)
    {
        var part = known is null ? [] : JsonNode.Parse(known)!.AsObject();
        var settings = Section(part, Settings);
        var records = List(part, DefinitionJson.FieldRecords).ToList();
        var removed = settings.Find(DefinitionJson.OwnPartSettings) is JsonObject own ? List(own, DefinitionJson.RemovedRecords).ToList() : [];
        var names = fields.Select(f => f.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var written = fields.Select((f, number) => Written(f, number, Named(records, f.Name!) ?? Named(removed, f.Name!), kinds)).ToList();
        // A field of a module that isn't here isn't shown in the editor: nobody meant to remove it.
        var unseen = records.Where(r => !names.Contains(Name(r)) && !kinds.Has(r.Text("FieldName") ?? "")).ToList();
        var gone = records.Except(unseen).Concat(removed).Where(r => !names.Contains(Name(r))).DistinctBy(Name, StringComparer.OrdinalIgnoreCase).ToList();
        Put(part, DefinitionJson.FieldRecords, new JsonArray([.. written, .. unseen.Select(r => r.DeepClone())]));
        if (gone.Count > 0 || removed.Count > 0)
            Put(Section(settings, DefinitionJson.OwnPartSettings), DefinitionJson.RemovedRecords, gone.Count > 0 ? new JsonArray([.. gone.Select(r => r.DeepClone())]) : null);
        return part.ToJsonString(Json.Options);
    }

    private static JsonObject New() => new() { [Settings] = new JsonObject { [TypeSection] = new JsonObject { ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true } } };

    private static IEnumerable<JsonNode> Parts(string name, IEnumerable<JsonObject> records, WantedType wanted)
    {
        var kept = records.Where(r => PartWords.Offered.All(p => !p.Part.Equals(PartName(r), StringComparison.OrdinalIgnoreCase)) || wanted.Parts.Contains(PartName(r), StringComparer.OrdinalIgnoreCase)).ToList();
        var needed = PartWords.Always.Concat(PartWords.Offered.Where(p => wanted.Parts.Contains(p.Part)).Select(p => (p.Part, p.Position)));
        if (wanted.Fields.Count > 0) needed = needed.Append((Part: name, Position: PartWords.OfFields));
        var added = needed.Where(n => !kept.Any(r => n.Part.Equals(PartName(r), StringComparison.OrdinalIgnoreCase))).Select(n => Record(n.Part, n.Position));
        return [.. kept.Select(r => r.DeepClone()), .. added];
    }

    private static JsonObject Record(string part, int position) => new()
    {
        ["PartName"] = part, ["Name"] = part, [Settings] = new JsonObject { [PartSection] = new JsonObject { ["Position"] = position.ToString(CultureInfo.InvariantCulture) } },
    };

    private static JsonObject Written(WantedField wanted, int number, JsonObject? known, FieldKinds kinds)
    {
        var record = known?.DeepClone().AsObject() ?? new JsonObject { ["FieldName"] = wanted.Kind, ["Name"] = wanted.Name };
        var settings = Section(Section(record, Settings), FieldSection);
        // An editor of Orchard's that stands for the usual one here stays what it was.
        if (known is null || kinds.Find(known.Text("FieldName") ?? "", settings.Text("Editor") ?? "") != kinds.Find(wanted.Kind, wanted.Editor))
        {
            Put(record, "FieldName", wanted.Kind);
            Put(settings, "Editor", wanted.Editor.Length > 0 ? wanted.Editor : null);
        }
        Put(settings, "DisplayName", wanted.Title);
        Put(settings, "Position", number.ToString(CultureInfo.InvariantCulture));
        if (wanted.IsFact || settings.Text("DisplayMode") == DefinitionJson.Fact) Put(settings, "DisplayMode", wanted.IsFact ? DefinitionJson.Fact : null);
        var own = Section(Section(record, Settings), $"{wanted.Kind}Settings");
        if (wanted.IsRequired || own.Find("Required") is not null) Put(own, "Required", wanted.IsRequired);
        Put(own, "Hint", wanted.Hint);
        foreach (var (option, value) in wanted.Options) Put(own, option, value?.DeepClone());
        return record;
    }

    private static JsonObject? Named(IEnumerable<JsonObject> records, string name) => records.FirstOrDefault(r => name.Equals(Name(r), StringComparison.OrdinalIgnoreCase));
    private static string Name(JsonObject record) => record.Text("Name") ?? "";
    private static string PartName(JsonObject record) => record.Text("PartName") ?? "";
    private static IEnumerable<JsonObject> List(JsonObject of, string name) => (of.Find(name) as JsonArray ?? []).OfType<JsonObject>();

    private static JsonObject Section(JsonObject of, string name)
    {
        if (of.Find(name) is JsonObject there) return there;
        var made = new JsonObject();
        Put(of, name, made);
        return made;
    }

    // Under the name it has there already, whatever its case; nothing where there is nothing to say.
    private static void Put(JsonObject of, string name, JsonNode? value)
    {
        var known = of.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Key ?? name;
        if (value is null) of.Remove(known);
        else of[known] = value;
    }
}
