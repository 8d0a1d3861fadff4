using System.Text.Json.Nodes;

namespace Integral.Tests.Recipes;

public sealed class RecipeVariablesTests
{
    [Fact]
    public void A_variable_is_evaluated_once_and_then_fixed()
    {
        var evaluation = new Evaluation("""{ "id": "[js: uuid()]", "other": "[js: uuid()]", "both": "[js: variables('id') + variables('ID')]" }""");
        string? id = evaluation.Of("[js: variables('id')]");

        Assert.Equal(26, id!.Length);
        Assert.Equal(id, evaluation.Of("[js: variables('id')]"));
        Assert.Equal(id + id, evaluation.Of("[js: variables('both')]"));
        Assert.NotEqual(id, evaluation.Of("[js: variables('other')]"));
    }

    [Fact]
    public void A_variable_that_nobody_uses_is_not_evaluated() =>
        Assert.Equal("a", new Evaluation("""{ "bad": "[env: x]", "good": "[js: 'a']" }""").Of("[js: variables('good')]"));

    [Fact]
    public void Plain_values_are_variables_too() =>
        Assert.Equal("a1true", new Evaluation("""{ "a": "a", "b": 1, "c": true, "d": null }""").Of("[js: variables('a') + variables('b') + variables('c') + variables('d')]"));

    [Fact]
    public void A_list_is_not_a_text() =>
        Assert.Equal("demo.recipe.json: The variable 'a' isn't text.", new Evaluation("""{ "a": [] }""").ProblemOf("[js: variables('a')]"));

    [Fact]
    public void A_problem_in_a_variable_is_told_once_where_it_stands()
    {
        var evaluation = new Evaluation("""{ "month": "[js: return 1]" }""");
        evaluation.Values.Evaluate(new JsonArray("[js: 'in ' + variables('month')]", "[js: variables('month')]"));

        Assert.Equal("demo.recipe.json: variables.month: This expression can't be read: return 1", Assert.Single(evaluation.Values.Problems).ToString());
    }

    [Fact]
    public void Variables_that_need_one_another_are_a_problem()
    {
        var evaluation = new Evaluation("""{ "a": "[js: variables('b')]", "b": "[js: variables('A')]", "good": "[js: 'x']" }""");
        Assert.Equal("demo.recipe.json: variables.b: These variables need one another: a, b, A", evaluation.ProblemOf("[js: variables('a')]"));
        Assert.Equal("x", (string?)evaluation.Values.Evaluate(JsonValue.Create("[js: variables('good')]")));
    }

    [Fact]
    public void A_long_chain_of_variables_is_a_problem_and_not_the_end_of_the_stack()
    {
        string chain = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $$""" "v{{i}}": "[js: variables('v{{i + 1}}')]" """));
        Assert.EndsWith("More than 32 variables hang on one another.", new Evaluation($$"""{ {{chain}} }""").ProblemOf("[js: variables('v0')]"), StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_that_double_one_another_do_not_fill_the_memory()
    {
        string doubling = string.Join(',', Enumerable.Range(1, 30).Select(i => $$""" "v{{i}}": "[js: variables('v{{i - 1}}') + variables('v{{i - 1}}')]" """));
        var evaluation = new Evaluation($$"""{ "v0": "1234567890", {{doubling}} }""");
        evaluation.Values.Evaluate(JsonValue.Create("[js: variables('v30')]"));

        Assert.Contains(evaluation.Values.Problems, p => p.ToString().EndsWith("take more than 100 million characters.", StringComparison.Ordinal));
    }
}
