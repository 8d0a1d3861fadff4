using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>Finds in the JSON what a recipe has at its top, and says what was expected where it has something else.</summary>
internal sealed class RecipeShape
{
    private readonly RecipeJson json;
    private readonly JsonObject top;

    private RecipeShape(RecipeJson json)
    {
        this.json = json;
        top = json.Root as JsonObject ?? throw json.Wrong("", T.Say("a recipe is expected, which is an object in braces."));
    }

    public static RecipeFile Read(byte[] bytes, string file, string? folder)
    {
        var shape = new RecipeShape(new RecipeJson(bytes, file));
        return new()
        {
            File = file,
            Folder = folder,
            Name = shape.Text("name"),
            DisplayName = shape.Text("displayName"),
            Description = shape.Text("description"),
            Author = shape.Text("author"),
            Website = shape.Text("website"),
            Version = shape.Text("version"),
            IsSetupRecipe = shape.Flag("issetuprecipe"),
            Categories = shape.Words("categories"),
            Tags = shape.Words("tags"),
            Variables = shape.Variables(),
            Steps = shape.Steps(),
        };
    }

    private string Text(string name) =>
        top[name] is { } value ? AsText(value) ?? throw json.Wrong(name, T.Say("'{0}' is expected to be text.", name)) : "";

    private bool Flag(string name) => top[name] switch
    {
        null => false,
        var value when bool.TryParse(value.ToString(), out bool flag) => flag,
        _ => throw json.Wrong(name, T.Say("'{0}' is expected to be true or false.", name)),
    };

    private List<string> Words(string name)
    {
        if (top[name] is null) return [];
        if (top[name] is not JsonArray list) throw json.Wrong(name, T.Say("'{0}' is expected to be a list of texts in square brackets.", name));
        return [.. list.Select((word, i) => AsText(word) ?? throw json.Wrong($"{name}[{i}]", T.Say("text is expected here.")))];
    }

    private JsonObject Variables()
    {
        if (top["variables"] is not { } value) return [];
        if (value is not JsonObject variables) throw json.Wrong("variables", T.Say("'{0}' is expected to be an object in braces.", "variables"));

        // Orchard reads in document order and would run the steps without them.
        if (top.IndexOf("variables") > top.IndexOf("steps") && top.ContainsKey("steps"))
            throw json.Wrong("variables", T.Say("'variables' are expected before 'steps'."));
        return variables;
    }

    private List<RecipeStep> Steps()
    {
        if (top["steps"] is not JsonArray steps) throw json.Wrong("steps", T.Say("a recipe is expected to have 'steps', a list in square brackets."));
        return [.. steps.Select(Step)];
    }

    private RecipeStep Step(JsonNode? node, int i)
    {
        if (node is not JsonObject body) throw json.Wrong($"steps[{i}]", T.Say("a step is expected here, which is an object in braces."));
        if (!body.ContainsKey("name")) throw json.Wrong($"steps[{i}]", T.Say("a step is expected to have a 'name'."));
        if (AsText(body["name"]) is not { Length: > 0 } name) throw json.Wrong($"steps[{i}].name", T.Say("the name of a step is expected to be text."));
        return new(i + 1, name, body);
    }

    private static string? AsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
