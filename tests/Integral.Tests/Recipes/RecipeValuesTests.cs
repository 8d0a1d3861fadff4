using System.Text.Json.Nodes;
using Integral.Platform.Localization;
using Integral.Platform.Recipes;

namespace Integral.Tests.Recipes;

public sealed class RecipeValuesTests
{
    [Theory]
    [InlineData("[locale en]You have {0}: open it[/locale][locale ru]У вас {0}: откройте[/locale]")]
    [InlineData("[locale en]Vacancy[/locale]")]
    [InlineData("[locale en]Vacancy: teacher[/locale]")]
    [InlineData("[js uuid()]")]
    [InlineData("[js2: uuid()]")]
    [InlineData("[:]")]
    [InlineData("[]")]
    [InlineData("[")]
    [InlineData("")]
    [InlineData("js: uuid()")]
    [InlineData("[js: uuid()] ")]
    [InlineData(" [js: uuid()]")]
    [InlineData("[1, 2]")]
    [InlineData("[Важно: принесите паспорт]")]
    public void Other_texts_in_brackets_pass_untouched(string text) => Assert.Equal(text, new Evaluation().Of(text));

    [Theory]
    [InlineData("[js: 'a']", "a")]
    [InlineData("[js:\"a'b\" ]", "a'b")]
    [InlineData("[js: 'it\\'s \\u0041\\n']", "it's A\n")]
    [InlineData("[js: 'a' + \"b\"+'c']", "abc")]
    [InlineData("[js: 'in [brackets]']", "in [brackets]")]
    [InlineData("[js: '']", "")]
    [InlineData("[js: parameters('SiteName')]", "Школа 1")]
    [InlineData("[js: parameters ( 'Site' + 'Name' ) ]", "Школа 1")]
    [InlineData("[js: new Date().toISOString()]", "2026-09-01T08:30:00.005Z")]
    [InlineData("[js: configuration('Admin:Prefix', 'admin')]", "staff")]
    [InlineData("[js: configuration('Database:Password', 'none of yours')]", "none of yours")]
    [InlineData("[js: configuration('Database:Password')]", "")]
    [InlineData("[js: getUrlPrefix()]", "/school-1")]
    [InlineData("[js: getUrlPrefix('/news/' + encodeURI('a b'))]", "/school-1/news/a%20b")]
    [InlineData("[js: getUrlPrefix('news')]", "/school-1/news")]
    [InlineData("[js: encodeURI(\"/я?a=1&b='2'#%\")]", "/%D1%8F?a=1&b='2'#%25")]
    [InlineData("[js:base64('0KjQutC+0LvQsA==')]", "Школа")]
    [InlineData("[js: html('&lt;b&gt; &amp;')]", "<b> &")]
    public void An_expression_is_evaluated(string text, string value) => Assert.Equal(value, new Evaluation().Of(text));

    [Fact]
    public void An_id_has_26_characters_of_the_alphabet_and_differs_each_time()
    {
        var evaluation = new Evaluation();
        var ids = Enumerable.Range(0, 200).Select(_ => evaluation.Of("[js: uuid()]")!).ToHashSet();

        Assert.Equal(200, ids.Count);
        Assert.All(ids, id => Assert.Matches("^4[0-9a-hjkmnp-tv-z]{25}$", id));
    }

    [Theory]
    [InlineData("[env: HOME]", "There is no script engine 'env'.")]
    [InlineData("[JS: uuid()]", "There is no script engine 'JS'.")]
    [InlineData("[js: ]", "This expression can't be read: ")]
    [InlineData("[js: uuid]", "This expression can't be read: uuid")]
    [InlineData("[js: uuid();]", "This expression can't be read: uuid();")]
    [InlineData("[js: 'a' + ]", "This expression can't be read: 'a' +")]
    [InlineData("[js: 'a' 'b']", "This expression can't be read: 'a' 'b'")]
    [InlineData("[js: 'a]", "This expression can't be read: 'a")]
    [InlineData("[js: parameters('a',)]", "This expression can't be read: parameters('a',)")]
    [InlineData("[js: new Date().getTime()]", "This expression can't be read: new Date().getTime()")]
    [InlineData("[js: const d = new Date(); return d.getMonth();]", "This expression can't be read: const d = new Date(); return d.getMonth();")]
    [InlineData("[js: alert('a')]", "This expression can't be read: there is no function 'alert' that takes 1 values.")]
    [InlineData("[js: uuid('a')]", "This expression can't be read: there is no function 'uuid' that takes 1 values.")]
    [InlineData("[js: gzip('a')]", "The function 'gzip' isn't supported.")]
    [InlineData("[js: getUrlPrefix('/i/' + encodeURI(createWorkflowToken('a', 'b')))]", "The function 'createWorkflowToken' isn't supported.")]
    [InlineData("[js: parameters('Nobody')]", "There is no parameter 'Nobody'.")]
    [InlineData("[js: variables('nothing')]", "There is no variable 'nothing'.")]
    [InlineData("[js: base64('*')]", "The text given to base64 isn't base64.")]
    public void What_cannot_be_evaluated_is_a_problem_and_an_empty_text(string text, string problem) =>
        Assert.Equal($"demo.recipe.json: {problem}", new Evaluation().ProblemOf(text));

    [Fact]
    public void A_long_expression_is_named_by_its_beginning() =>
        Assert.Equal($"demo.recipe.json: This expression can't be read: {new string('x', 100)}…", new Evaluation().ProblemOf($"[js:{new string('x', 5000)}]"));

    [Fact]
    public void A_result_is_not_evaluated_again() => Assert.Equal("[js: uuid()]", new Evaluation().Of("[js: parameters('Sly')]"));

    [Fact]
    public void A_step_is_evaluated_into_a_new_one()
    {
        var step = new RecipeStep(3, "content", JsonNode.Parse("""{ "name": "content", "data": [ { "Title": "[js: parameters('SiteName')]", "Size": 5, "No": null, "Yes": true } ] }""")!.AsObject());
        var evaluation = new Evaluation();
        var evaluated = evaluation.Values.Evaluate(step);

        Assert.Equal("Школа 1", (string?)evaluated.Body["data"]![0]!["Title"]);
        Assert.Equal((3, "content", 5, true), (evaluated.Index, evaluated.Name, (int)evaluated.Body["data"]![0]!["Size"]!, (bool)evaluated.Body["data"]![0]!["Yes"]!));
        Assert.True(evaluated.Body["data"]![0]!.AsObject().ContainsKey("No"));
        Assert.Equal("[js: parameters('SiteName')]", (string?)step.Body["data"]![0]!["Title"]);
    }

    [Fact]
    public void An_evaluated_step_of_a_file_is_still_read_ignoring_case()
    {
        var recipe = RecipeFile.Parse("""{ "steps": [ { "name": "x", "Data": { "Title": "[js: 'a']" } } ] }""", "x", null);
        Assert.Equal("a", (string?)new Evaluation().Values.Evaluate(recipe.Steps[0]).Body["data"]!["title"]);
    }

    [Fact]
    public void A_problem_names_file_step_index_and_path()
    {
        var step = new RecipeStep(3, "content", JsonNode.Parse("""{ "data": [ 1, 2, { "ContentType": "[env: x]", "a.b": ["[env: y]"] } ] }""")!.AsObject());
        var evaluation = new Evaluation();
        evaluation.Values.Evaluate(step);

        Assert.Equal(
            ["demo.recipe.json: step 3 'content' data[2].ContentType: There is no script engine 'env'.",
             "demo.recipe.json: step 3 'content' data[2]['a.b'][0]: There is no script engine 'env'."],
            evaluation.Values.Problems.Select(p => p.ToString()));
        Assert.Equal("demo.recipe.json: step 3 'content' data[2].ContentType: There is no content type 'Foo'.",
            new RecipeProblem("demo.recipe.json", "content", 3, "data[2].ContentType", T.Say("There is no content type '{0}'.", "Foo")).ToString());
        Assert.Equal("demo.recipe.json: step 3 'x': No.", new RecipeProblem("demo.recipe.json", "x", 3, "", "No.").ToString());
    }
}
