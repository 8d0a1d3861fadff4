using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Platform.Recipes;

namespace Integral.Content.Recipes;

/// <summary>Reads an item's parts and the items inside them; an unknown part, field or type is reported and left out.</summary>
internal sealed class PartReader(TypeBook book, RecipeStep step, RecipeRun run)
{
    private static readonly FrozenSet<string> Head = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "Id");

    public TypeShape? TypeOf(JsonObject said, string place)
    {
        var name = said.Text("ContentType") ?? "";
        var type = book.Type(name);
        if (type is null) run.Problem(step, $"{place}.ContentType", T.Say("There is no content type '{0}' here.", name));
        return type;
    }

    public JsonObject Read(JsonObject said, TypeShape type, string place)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in said)
        {
            if (Head.Contains(name) || value is null) continue;
            var at = $"{place}.{name}";
            if (value is not JsonObject part) run.Problem(step, at, T.Say("An object is expected here."));
            else if (type.Part(name) is { } use) kept[use.Name] = Part(use, part, at);
            else if (Known.Attached.Contains(name)) kept[name] = part.DeepClone();
            else run.Problem(step, at, T.Say("The content type '{0}' has no part '{1}' here.", type.Name, name));
        }
        return kept;
    }

    private JsonNode Part(PartUse use, JsonObject part, string place) => use.Part switch
    {
        _ when Known.HoldsItems(use.Part) => Items(part, Known.ItemsOf(use.Part), place),
        _ when Known.Parts.Contains(use.Part) => part.DeepClone(),
        _ => Fields(use, part, place),
    };

    private JsonObject Items(JsonObject part, string list, string place)
    {
        var kept = new JsonArray();
        foreach (var (said, at) in step.Objects(part, list, $"{place}.{list}", run))
        {
            if (TypeOf(said, at) is not { } type) continue;
            var item = new JsonObject();
            foreach (var (name, value) in said.Where(p => Head.Contains(p.Key))) item[name] = value?.DeepClone();
            foreach (var (name, value) in Read(said, type, at).ToList()) item[name] = value?.DeepClone();
            // Later versions of Orchard Core say what an entry of a menu is called in its head alone.
            if (item[Known.LinkEntry] is JsonObject link && string.IsNullOrEmpty(link.Text("Name"))) link["Name"] = said.Text("DisplayText");
            kept.Add((JsonNode)item);
        }
        return new() { [list] = kept };
    }

    private JsonObject Fields(PartUse use, JsonObject part, string place)
    {
        var kept = new JsonObject();
        var known = book.FieldsOf(use.Part);
        foreach (var (name, value) in part)
        {
            if (known.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } field) kept[field.Name] = value?.DeepClone();
            else run.Problem(step, $"{place}.{name}", T.Say("The part '{0}' has no field '{1}' here.", use.Part, name));
        }
        return kept;
    }
}
