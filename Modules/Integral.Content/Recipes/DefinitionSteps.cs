using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Platform.Recipes;

namespace Integral.Content.Recipes;

/// <summary>Adds to the definitions of types and parts; nothing of theirs is taken away.</summary>
internal sealed class ContentDefinitionStep(FieldKinds kinds) : DefinitionStep(kinds)
{
    public override string Name => "ContentDefinition";
    protected override bool Replaces => false;
}

/// <summary>Puts definitions in the place of those of the same name.</summary>
internal sealed class ReplaceContentDefinitionStep(FieldKinds kinds) : DefinitionStep(kinds)
{
    public override string Name => "ReplaceContentDefinition";
    protected override bool Replaces => true;
}

internal abstract class DefinitionStep(FieldKinds kinds) : IRecipeStep
{
    public abstract string Name { get; }
    protected abstract bool Replaces { get; }

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        run.Features.Add(new ContentModule().Id);
        var parts = await run.Db.ContentParts.ToDictionaryAsync(p => p.Name, StringComparer.OrdinalIgnoreCase);
        var types = await run.Db.ContentTypes.ToDictionaryAsync(t => t.Name, StringComparer.OrdinalIgnoreCase);
        // Parts first: a type may use one that stands below it in the file.
        foreach (var (said, name, place) in Named(step, "ContentParts", run)) Write(said, name, Fields(step, said, place, run), parts, run);
        var described = Named(step, "ContentTypes", run).ToList();
        foreach (var (said, _, place) in described)
            foreach (var role in TypeRights.Unclear(said.Find("Settings") as JsonObject ?? []))
                run.Problem(step, $"{place}.Settings.{DefinitionJson.OwnSettings}.{TypeRights.Section}.{role}", T.Say("It isn't clear what the role '{0}' may do. There are: {1}.", role, string.Join(", ", TypeRights.All.Select(r => r.Word))));
        foreach (var (said, name, place) in described) Write(said, name, Parts(step, said, name, place, parts, run), types, run);
        if (described.Count > 0) run.Did(T.Say("Content types described: {0}", string.Join(", ", described.Select(t => t.Name))));
    }

    private void Write(JsonObject said, string name, List<JsonObject> fields, Dictionary<string, ContentPart> parts, RecipeRun run)
    {
        if (!parts.TryGetValue(name, out var part)) run.Db.Add(parts[name] = part = new() { Name = name });
        part.Describe(DefinitionJson.Joined(Replaces ? null : part.Definition, said, DefinitionJson.FieldRecords, fields));
    }

    private void Write(JsonObject said, string name, List<JsonObject> uses, Dictionary<string, ContentType> types, RecipeRun run)
    {
        if (!types.TryGetValue(name, out var type)) run.Db.Add(types[name] = type = new() { Name = name, DisplayName = name });
        type.Describe(said.Text("DisplayName") ?? type.DisplayName, DefinitionJson.Joined(Replaces ? null : type.Definition, said, DefinitionJson.PartRecords, uses));
    }

    private List<JsonObject> Fields(RecipeStep step, JsonObject part, string place, RecipeRun run)
    {
        var known = new List<JsonObject>();
        foreach (var (field, at) in step.Objects(part, DefinitionJson.FieldRecords, $"{place}.{DefinitionJson.FieldRecords}", run))
        {
            var kind = field.Text("FieldName") ?? "";
            if (field.Text("Name") is not { Length: > 0 and <= 100 }) run.Problem(step, $"{at}.Name", T.Say("A field needs a name of at most 100 characters."));
            else if (!kinds.Has(kind)) run.Problem(step, $"{at}.FieldName", T.Say("There is no kind of field '{0}' here.", kind));
            else known.Add(field);
        }
        return known;
    }

    private static List<JsonObject> Parts(RecipeStep step, JsonObject type, string typeName, string place, Dictionary<string, ContentPart> parts, RecipeRun run)
    {
        var known = new List<JsonObject>();
        foreach (var (use, at) in step.Objects(type, DefinitionJson.PartRecords, $"{place}.{DefinitionJson.PartRecords}", run))
        {
            var part = use.Text("PartName") ?? "";
            if (Known.Parts.Contains(part) || parts.ContainsKey(part) || part.Equals(typeName, StringComparison.OrdinalIgnoreCase)) known.Add(use);
            else run.Problem(step, $"{at}.PartName", T.Say("There is no part '{0}' here.", part));
        }
        return known;
    }

    private static IEnumerable<(JsonObject Said, string Name, string Place)> Named(RecipeStep step, string list, RecipeRun run)
    {
        foreach (var (said, place) in step.Objects(step.Body, list, list, run))
        {
            if (said.Text("Name") is { Length: > 0 and <= 100 } name) yield return (said, name, place);
            else run.Problem(step, $"{place}.Name", T.Say("A definition needs a name of at most 100 characters."));
        }
    }
}

/// <summary>Takes definitions away. Those of which there still is content stay.</summary>
internal sealed class DeleteContentDefinitionStep : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        foreach (var (name, place) in step.Texts("ContentTypes", run))
        {
            if (await run.Db.ContentTypes.SingleOrDefaultAsync(t => t.Name == name) is not { } type) run.Problem(step, place, T.Say("There is no content type '{0}' here.", name));
            else if (await run.Db.ContentItems.AnyAsync(i => i.ContentType == type.Name)) run.Problem(step, place, T.Say("There still is content of the type '{0}'.", name));
            else run.Db.Remove(type);
        }
        foreach (var (name, place) in step.Texts("ContentParts", run))
        {
            if (await run.Db.ContentParts.SingleOrDefaultAsync(p => p.Name == name) is { } part) run.Db.Remove(part);
            else run.Problem(step, place, T.Say("There is no part '{0}' here.", name));
        }
    }
}
