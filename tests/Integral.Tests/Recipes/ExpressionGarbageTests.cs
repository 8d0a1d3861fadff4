using System.Text.Json.Nodes;

namespace Integral.Tests.Recipes;

public sealed class ExpressionGarbageTests
{
    private static readonly string[] Pieces =
    [
        "'", "\"", "\\", "(", ")", "[", "]", ",", "+", ".", ":", ";", " ", "\n", "\0", "я", "\ud83d", "'a'", "\\u", "\\u00", "new", "Date", "toISOString",
        "new Date().toISOString()", "uuid()", "parameters('SiteName')", "variables(", "configuration(", "getUrlPrefix(", "encodeURI(", "base64(", "html(", "gzip(", "text('x')",
    ];

    [Theory]
    [InlineData("js")]
    [InlineData("file")]
    public void Random_pieces_give_a_value_or_a_problem_and_never_an_exception(string engine)
    {
        var random = new Random(20260901);
        var evaluation = new Evaluation("""{ "": "[js: variables('')]" }""", Path.GetTempPath());
        for (int i = 0; i < 20_000; i++)
        {
            string garbage = string.Concat(random.GetItems(Pieces, random.Next(9)));
            Assert.NotNull(evaluation.Values.Evaluate(JsonValue.Create($"[{engine}:{garbage}]")));
        }

        Assert.NotEmpty(evaluation.Values.Problems);
    }

    [Fact]
    public void Any_text_written_as_a_literal_is_read_back()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(0xD800))]);
            string literal = string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
            Assert.Equal(text + text, new Evaluation().Of($"[js: '{literal}' + \"{literal}\"]"));
        }
    }

    [Theory]
    [InlineData("encodeURI(")]
    [InlineData("'a'+encodeURI(")]
    public void Calls_nested_without_end_are_a_problem_and_not_the_end_of_the_stack(string opening) =>
        Assert.Contains("This expression can't be read", new Evaluation().ProblemOf($"[js:{string.Concat(Enumerable.Repeat(opening, 200_000))}]"), StringComparison.Ordinal);

    [Fact]
    public void A_sum_of_very_many_terms_is_read() =>
        Assert.Equal(100_000, new Evaluation().Of($"[js:{string.Join('+', Enumerable.Repeat("'a'", 100_000))}]")!.Length);
}
