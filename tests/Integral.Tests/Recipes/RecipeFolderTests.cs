using System.Text.Json.Nodes;

namespace Integral.Tests.Recipes;

public sealed class RecipeFolderTests : IDisposable
{
    private readonly Folder folder = new();
    private readonly Evaluation evaluation;

    public RecipeFolderTests()
    {
        folder.Write("secret.txt", "a secret");
        folder.Write("recipes/Snippets/footer.html", "\uFEFF<p>Подвал</p>");
        folder.Write("recipes-secret/secret.txt", "a secret");
        evaluation = new(folder: folder.At("recipes"));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("[file:text('Snippets/footer.html')]", "<p>Подвал</p>")]
    [InlineData("[file: text( \"Snippets/footer.html\" ) ]", "<p>Подвал</p>")]
    [InlineData("[file:text('./Snippets\\\\footer.html')]", "<p>Подвал</p>")]
    [InlineData("[file:base64('Snippets/footer.html')]", "77u/PHA+0J/QvtC00LLQsNC7PC9wPg==")]
    public void A_file_beside_the_recipe_is_read(string text, string value) => Assert.Equal(value, evaluation.Of(text));

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("Snippets/../../secret.txt")]
    [InlineData("Snippets/../Snippets/footer.html")]
    [InlineData("..\\\\secret.txt")]
    [InlineData("../recipes-secret/secret.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("C:/secret.txt")]
    [InlineData("\\u0000")]
    [InlineData("")]
    public void A_path_out_of_the_folder_is_a_problem(string path) =>
        Assert.EndsWith("leaves the recipe's folder.", evaluation.ProblemOf($"[file:text('{path}')]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("recipes/link.txt", "../secret.txt", "link.txt")]
    [InlineData("recipes/link", "..", "link/secret.txt")]
    [InlineData("recipes/link", "../recipes-secret", "link/secret.txt")]
    public void A_link_out_of_the_folder_is_a_problem(string link, string target, string path)
    {
        File.CreateSymbolicLink(folder.At(link), target);
        Assert.EndsWith("leaves the recipe's folder.", evaluation.ProblemOf($"[file:text('{path}')]"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_within_the_folder_is_followed_and_the_folder_may_be_one()
    {
        File.CreateSymbolicLink(folder.At("recipes/foot"), "Snippets/footer.html");
        Directory.CreateSymbolicLink(folder.At("linked"), "recipes");
        Assert.Equal("<p>Подвал</p>", new Evaluation(folder: folder.At("linked")).Of("[file:text('foot')]"));
    }

    [Fact]
    public void Links_in_a_circle_are_a_problem()
    {
        File.CreateSymbolicLink(folder.At("recipes/a"), "b");
        File.CreateSymbolicLink(folder.At("recipes/b"), "a");
        Assert.EndsWith("can't be opened.", evaluation.ProblemOf("[file:text('a')]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[file:text('none.txt')]", "There is no file 'none.txt'.")]
    [InlineData("[file:text('Snippets')]", "The file 'Snippets' can't be opened.")]
    [InlineData("[file:text(parameters('SiteName'))]", "This expression can't be read: text(parameters('SiteName'))")]
    [InlineData("[file:json('a')]", "This expression can't be read: json('a')")]
    [InlineData("[file:'a']", "This expression can't be read: 'a'")]
    public void What_is_no_file_is_a_problem(string text, string problem) => Assert.Equal($"demo.recipe.json: {problem}", evaluation.ProblemOf(text));

    [Fact]
    public void A_file_longer_than_10_MB_is_a_problem()
    {
        folder.Write("recipes/long.txt", new string('a', 10 * 1024 * 1024 + 1));
        Assert.EndsWith("The file long.txt is longer than 10 MB.", evaluation.ProblemOf("[file:text('long.txt')]"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_read_as_bytes_only()
    {
        File.WriteAllBytes(folder.At("recipes/dot.gif"), [0x47, 0xFF, 0xFE]);
        Assert.Equal("R//+", evaluation.Of("[file:base64('dot.gif')]"));
        Assert.EndsWith("The file 'dot.gif' isn't text in UTF-8.", evaluation.ProblemOf("[file:text('dot.gif')]"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipe_without_a_folder_reads_no_files() =>
        Assert.EndsWith("This recipe has no folder to read 'a.txt' from.", new Evaluation().ProblemOf("[file:text('a.txt')]"), StringComparison.Ordinal);

    [Fact]
    public void Problems_stop_at_a_thousand()
    {
        evaluation.Values.Evaluate(new JsonArray([.. Enumerable.Range(0, 1200).Select(_ => (JsonNode)"[file:x]")]));
        Assert.Equal(1000, evaluation.Values.Problems.Count);
    }
}
