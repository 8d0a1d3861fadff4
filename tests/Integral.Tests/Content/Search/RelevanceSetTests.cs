using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Tests.Kit;

namespace Integral.Tests.Content.Search;

/// <summary>The questions that the search is measured by ask for texts that the demo has. How they were judged stands in the README beside them.</summary>
public sealed class RelevanceSetTests
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
    private static readonly List<Question> Judged = Read("judged.json"), HeldOut = Read("held-out.json");

    [Fact]
    public void Sixty_questions_are_asked_in_four_languages_and_none_of_them_twice()
    {
        Assert.Equal((40, 20), (Judged.Count, HeldOut.Count));
        List<Question> all = [.. Judged, .. HeldOut];
        Assert.Equal([("en", 12), ("kk", 12), ("ru", 24), ("uk", 12)], all.CountBy(q => q.Culture).Select(c => (c.Key, c.Value)).Order());
        Assert.Equal(60, all.DistinctBy(q => (q.Culture, q.Query)).Count());
    }

    [Fact]
    public void Both_parts_are_hard_in_the_same_ways() =>
        Assert.Equal(Judged.Select(q => q.Kind).Distinct().Order(), HeldOut.Select(q => q.Kind).Distinct().Order());

    [Fact]
    public void Every_answer_is_a_text_of_the_demo_in_the_language_of_the_question()
    {
        var items = Items().ToHashSet();
        Assert.All(Judged.Concat(HeldOut), question =>
        {
            Assert.Contains(question.Answers, answer => answer.Value == 3);
            Assert.All(question.Answers, answer =>
            {
                Assert.InRange(answer.Value, 1, 3);
                Assert.StartsWith(question.Culture + "/", answer.Key, StringComparison.Ordinal);
                Assert.Contains(answer.Key, items);
            });
        });
    }

    private static List<Question> Read(string name) =>
        JsonSerializer.Deserialize<List<Question>>(File.ReadAllText(Path.Combine(Repository.Root, "tests/Integral.Tests/Content/Search", name)), AsWritten)!;

    private static IEnumerable<string> Items()
    {
        var folders = Steps("content-types.recipe.json", "ContentTypes").ToDictionary(type => $"{type["Name"]}", type => $"{type["Settings"]?["IntegralTypeSettings"]?["Folder"]}");
        folders["News"] = "news";
        return from item in Steps("demo-district-*.recipe.json", "Data")
               where item["AutoroutePart"] is not null       // a menu stands nowhere itself
               let folder = folders[$"{item["ContentType"]}"]
               select $"{item["LocalizationPart"]!["Culture"]}/{(folder is "" ? "" : folder + "/")}{item["AutoroutePart"]!["Path"]}";
    }

    private static IEnumerable<JsonNode> Steps(string recipes, string list) =>
        from file in Repository.Files(recipes, "Recipes")
        from step in JsonNode.Parse(File.ReadAllText(file))!["steps"]!.AsArray()
        from entry in step![list] as JsonArray ?? []
        select entry;

    private sealed record Question(string Culture, string Kind, string Query, IReadOnlyDictionary<string, int> Answers);
}
