using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Platform.Localization;

namespace Integral.Platform.Recipes;

/// <summary>Reads a step's body, reporting what has the wrong shape.</summary>
public static class StepReading
{
    /// <summary>A property, whatever its case.</summary>
    public static JsonNode? Find(this JsonObject body, string name) =>
        body.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A text; a number or truth value is taken as it is written.</summary>
    public static string? Text(this JsonObject body, string name) => body.Find(name) is JsonValue value ? value.ToString() : null;

    /// <summary>True for true and "True": old recipes write truth values as texts.</summary>
    public static bool Flag(this JsonObject body, string name) => bool.TryParse(body.Text(name), out var is_) && is_;

    /// <summary>A day, as <c>2026-09-01</c>; null where none is said.</summary>
    /// <exception cref="RuleException">It is no day.</exception>
    public static DateOnly? Day(this JsonObject body, string name)
    {
        if (body.Text(name) is not { Length: > 0 } text) return null;
        Rule.Require(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), T.Say("'{0}' is no day; it is written like 2026-09-01.", text), name);
        return day;
    }

    /// <summary>When something happened as <c>DaysAgo</c> says it, so that a demo never looks forgotten; null where it doesn't. UTC.</summary>
    public static DateTime? Ago(this JsonObject body, TimeProvider clock) =>
        double.TryParse(body.Text("DaysAgo"), NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is >= 0 and < 10000 ? clock.GetUtcNow().UtcDateTime.AddDays(-days) : null;

    /// <summary>A list of texts with their places.</summary>
    public static IEnumerable<(string Text, string Place)> Texts(this RecipeStep step, string list, RecipeRun run)
    {
        foreach (var (node, place) in step.Items(step.Body, list, list, run))
        {
            if (node is JsonValue value) yield return (value.ToString(), place);
            else run.Problem(step, place, T.Say("A text is expected here."));
        }
    }

    /// <summary>A list of objects with their places.</summary>
    public static IEnumerable<(JsonObject Item, string Place)> Objects(this RecipeStep step, JsonObject body, string list, string place, RecipeRun run)
    {
        foreach (var (node, at) in step.Items(body, list, place, run))
        {
            if (node is JsonObject item) yield return (item, at);
            else run.Problem(step, at, T.Say("An object is expected here."));
        }
    }

    private static IEnumerable<(JsonNode? Node, string Place)> Items(this RecipeStep step, JsonObject body, string list, string place, RecipeRun run)
    {
        switch (body.Find(list))
        {
            case null: yield break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++) yield return (array[i], $"{place}[{i}]");
                break;
            default: run.Problem(step, place, T.Say("A list is expected here.")); break;
        }
    }
}
