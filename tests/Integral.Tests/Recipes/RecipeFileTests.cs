using Integral.Platform.Recipes;

namespace Integral.Tests.Recipes;

public sealed class RecipeFileTests
{
    private static RecipeFile Parse(string json) => RecipeFile.Parse(json, "demo.recipe.json", null);

    private static string Refusal(string json) => Assert.Throws<RecipeException>(() => Parse(json)).Message;

    [Fact]
    public void The_head_the_variables_and_the_steps_are_read()
    {
        var recipe = Parse("""
            {
              "name": "School", "displayName": "A school", "description": "Lessons", "author": "Anna", "website": "https://school.example",
              "version": "1.2", "issetuprecipe": true, "categories": ["default"], "tags": ["school", "demo"],
              "variables": { "id": "[js: uuid()]" },
              "steps": [ { "name": "feature", "enable": ["News"] }, { "name": "themes", "site": "Plain" } ]
            }
            """);

        Assert.Equal("School|A school|Lessons|Anna|https://school.example|1.2",
            string.Join('|', recipe.Name, recipe.DisplayName, recipe.Description, recipe.Author, recipe.Website, recipe.Version));
        Assert.True(recipe.IsSetupRecipe);
        Assert.Equal(["default"], recipe.Categories);
        Assert.Equal(["school", "demo"], recipe.Tags);
        Assert.Equal("[js: uuid()]", (string?)recipe.Variables["id"]);
        Assert.Equal([(1, "feature"), (2, "themes")], recipe.Steps.Select(s => (s.Index, s.Name)));
        Assert.Equal("Plain", (string?)recipe.Steps[1].Body["site"]);
        Assert.Equal("demo.recipe.json", recipe.File);
    }

    [Fact]
    public void Comments_trailing_commas_a_byte_order_mark_and_any_case_are_accepted()
    {
        var recipe = Parse("\uFEFF" + """
            // a comment
            { "NAME": "School", /* another
              one */ "IsSetupRecipe": "True", "Steps": [ { "Name": "Feature", "ENABLE": [ "News", ], }, ], }
            // and one at the end
            """);

        Assert.Equal("School", recipe.Name);
        Assert.True(recipe.IsSetupRecipe);
        Assert.Equal("News", (string?)recipe.Steps[0].Body["enable"]![0]);
    }

    [Fact]
    public void An_exported_recipe_has_an_empty_head()
    {
        var recipe = Parse("""{ "name": "", "author": null, "categories": null, "exportUtc": "2026-01-01T00:00:00Z", "steps": [] }""");

        Assert.Equal("", recipe.Name + recipe.DisplayName + recipe.Author);
        Assert.Empty(recipe.Categories);
        Assert.Empty(recipe.Variables);
        Assert.Empty(recipe.Steps);
        Assert.False(recipe.IsSetupRecipe);
    }

    [Theory]
    [InlineData("""[ ]""", "line 1, position 1: a recipe is expected, which is an object in braces.")]
    [InlineData("""null""", "line 1, position 1: a recipe is expected, which is an object in braces.")]
    [InlineData("""{ "name": 5, "steps": [] }""", "line 1, position 11: 'name' is expected to be text.")]
    [InlineData("""{ "issetuprecipe": "maybe", "steps": [] }""", "line 1, position 20: 'issetuprecipe' is expected to be true or false.")]
    [InlineData("""{ "tags": "school", "steps": [] }""", "line 1, position 11: 'tags' is expected to be a list of texts in square brackets.")]
    [InlineData("""{ "tags": ["a", 2], "steps": [] }""", "line 1, position 17: text is expected here.")]
    [InlineData("""{ "variables": [], "steps": [] }""", "line 1, position 16: 'variables' is expected to be an object in braces.")]
    [InlineData("""{ "name": "a" }""", "line 1, position 1: a recipe is expected to have 'steps', a list in square brackets.")]
    [InlineData("""{ "steps": {} }""", "line 1, position 12: a recipe is expected to have 'steps', a list in square brackets.")]
    [InlineData("""{ "steps": [ "feature" ] }""", "line 1, position 14: a step is expected here, which is an object in braces.")]
    [InlineData("""{ "steps": [ {} ] }""", "line 1, position 14: a step is expected to have a 'name'.")]
    [InlineData("""{ "steps": [ { "name": 7 } ] }""", "line 1, position 24: the name of a step is expected to be text.")]
    public void A_wrong_shape_is_refused_with_its_place_and_what_was_expected(string json, string sentence) =>
        Assert.Equal($"demo.recipe.json, {sentence}", Refusal(json));

    [Fact]
    public void Lines_and_positions_are_counted_from_one_in_characters()
    {
        Assert.Equal("demo.recipe.json, line 3, position 21: 'tags' is expected to be a list of texts in square brackets.",
            Refusal("{\n  // первая строка\n  /* ещё */ \"tags\": 5, \"steps\": [] }"));
        Assert.StartsWith("demo.recipe.json, line 3, position 18: this isn't JSON. ", Refusal("{\n\n  \"имя\": \"школа\" 5 }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{ "steps": [] } {}""")]
    [InlineData("""{ "steps": [ }""")]
    [InlineData("""{ 'steps': [] }""")]
    [InlineData("""{ "steps": [ { "name": "a\q" } ] }""")]
    public void What_is_not_JSON_is_refused(string json) => Assert.Contains("this isn't JSON. ", Refusal(json), StringComparison.Ordinal);

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() =>
        Assert.Equal("demo.recipe.json, line 1, position 24: this text isn't UTF-8, or has half of a surrogate pair in it.",
            Refusal("""{ "steps": [ { "name": "\ud800" } ] }"""));

    [Theory]
    [InlineData("""{ "steps": [], "steps": [] }""", "position 16: the property 'steps'")]
    [InlineData("""{ "steps": [], "Steps": [] }""", "position 16: the property 'Steps'")]
    [InlineData("""{ "steps": [ { "name": "a", "data": [ { "Title": 1, "title": 2 } ] } ] }""", "position 53: the property 'title'")]
    public void A_property_named_twice_is_refused(string json, string sentence) =>
        Assert.Equal($"demo.recipe.json, line 1, {sentence} stands here a second time.", Refusal(json));

    [Fact]
    public void Values_nest_64_deep_and_no_deeper()
    {
        static string Nested(int depth) => $$"""{ "steps": [], "x": {{new string('[', depth - 1)}}{{new string(']', depth - 1)}} }""";

        Assert.Empty(Parse(Nested(64)).Steps);
        Assert.EndsWith("values may be nested 64 deep and no deeper.", Refusal(Nested(65)), StringComparison.Ordinal);
        Assert.EndsWith("values may be nested 64 deep and no deeper.", Refusal(Nested(100_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipe_longer_than_20_MB_is_refused()
    {
        string blank = new(' ', 20 * 1024 * 1024);
        using var folder = new Folder();
        folder.Write("long.recipe.json", """{ "steps": [] }""" + blank);

        Assert.Equal("The file demo.recipe.json is longer than 20 MB.", Refusal("""{ "steps": [] }""" + blank));
        Assert.Equal("The file long.recipe.json is longer than 20 MB.",
            Assert.Throws<RecipeException>(() => RecipeFile.Read(folder.At("long.recipe.json"))).Message);
    }

    [Fact]
    public void Variables_after_the_steps_are_refused() =>
        Assert.Equal("demo.recipe.json, line 1, position 29: 'variables' are expected before 'steps'.",
            Refusal("""{ "Steps": [], "Variables": { "a": "b" } }"""));

    [Fact]
    public void A_recipe_is_read_from_the_disk_with_its_folder()
    {
        using var folder = new Folder();
        folder.Write("school.recipe.json", """{ "name": "School", "steps": [] }""");
        var recipe = RecipeFile.Read(folder.At("school.recipe.json"));

        Assert.Equal(("School", "school.recipe.json", folder.At("")), (recipe.Name, recipe.File, recipe.Folder));
        Assert.Equal("There is no file 'none.recipe.json'.", Assert.Throws<RecipeException>(() => RecipeFile.Read(folder.At("none.recipe.json"))).Message);
        Assert.Throws<RecipeException>(() => RecipeFile.Read(folder.At("")));
    }

    [Fact]
    public void A_damaged_recipe_is_read_or_refused_and_nothing_else()
    {
        const string Whole = """{ "name": "Школа", "variables": { "a": "[js: uuid()]" }, "steps": [ { "name": "x", "n": [ 1e5, true, null, "\u0041" ] } ] } // end""";
        const string Marks = "{}[]\",:\\/*u0e-\n яtrue\ud800";
        var random = new Random(20260101);
        int refused = 0;
        for (int i = 0; i < 5000; i++)
        {
            int at = random.Next(Whole.Length);
            string damaged = Whole.Remove(at, random.Next(Math.Min(6, Whole.Length - at))).Insert(at, Marks[random.Next(Marks.Length)].ToString());
            if (Record.Exception(() => Parse(damaged)) is { } exception)
            {
                Assert.IsType<RecipeException>(exception);
                refused++;
            }
        }

        Assert.InRange(refused, 1000, 4999);
    }
}
