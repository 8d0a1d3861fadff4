using System.Text.Json.Nodes;
using Integral.Platform.Recipes;

namespace Integral.Tests.Recipes;

/// <summary>A recipe with the given variables, and the values of one run of it.</summary>
internal sealed class Evaluation
{
    public Evaluation(string variables = "{}", string? folder = null)
    {
        File = RecipeFile.Parse($$"""{ "variables": {{variables}}, "steps": [] }""", "demo.recipe.json", folder);
        Values = new(File, new Dictionary<string, string> { ["SiteName"] = "Школа 1", ["Sly"] = "[js: uuid()]" },
            key => key == "Admin:Prefix" ? "staff" : null, new Clock(), "/school-1");
    }

    public RecipeFile File { get; }
    public RecipeValues Values { get; }

    /// <summary>The value of a text that has no problem.</summary>
    public string? Of(string text)
    {
        var value = Values.Evaluate(JsonValue.Create(text));
        Assert.Empty(Values.Problems);
        return (string?)value;
    }

    /// <summary>The problem of a text that has one.</summary>
    public string ProblemOf(string text)
    {
        Assert.Equal("", (string?)Values.Evaluate(JsonValue.Create(text)));
        return Assert.Single(Values.Problems).ToString();
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 9, 1, 8, 30, 0, 5, TimeSpan.Zero);
    }
}
