using Integral.Help;
using Integral.Help.Data;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Help;

/// <summary>Remarks that a recipe brings.</summary>
public sealed class RemarksStepTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task Remarks_of_a_recipe_come_with_what_happened_to_them_and_only_once()
    {
        folder.Write("remarks.recipe.json", """
            { "steps": [ { "name": "Remarks", "Remarks": [
              { "Message": "The stairs are wrong.", "Name": "Ann", "Culture": "en", "SentAt": "2026-09-01T08:00:00Z",
                "History": [ { "Step": "Taken", "Who": "Bob", "At": "2026-09-01T09:00:00Z" }, { "Step": "Answered", "Who": "Bob", "Text": "Mended.", "At": "2026-09-02T09:00:00Z" } ] },
              { "Message": "The stairs are wrong.", "Name": "Cyd", "DaysAgo": 1 } ] } ] }
            """);
        await terminal.DoAsync("recipes", "run", folder.At("remarks.recipe.json"), "--tenant", "school-1");
        await terminal.DoAsync("recipes", "run", folder.At("remarks.recipe.json"), "--tenant", "school-1");

        var kept = await district.InDbAsync("school-1", db => db.Remarks.Include(r => r.History).Where(r => r.Message == "The stairs are wrong.").OrderBy(r => r.Number).ToListAsync());
        Assert.Equal(["Ann", "Cyd"], kept.Select(r => r.Name));
        Assert.Equal((RemarkStatus.Answered, "Mended.", "en"), (kept[0].Status, kept[0].Answer, kept[0].Culture));
        Assert.Equal(RemarkStatus.New, kept[1].Status);
        Assert.Equal(kept[0].Number + 1, kept[1].Number);
        Assert.NotEqual(kept[0].Key, kept[1].Key);
    }

    [Theory]
    [InlineData("""{ "Message": "", "DaysAgo": 1 }""", "Remarks[0].Message")]
    [InlineData("""{ "Message": "x", "SentAt": "yesterday" }""", "Remarks[0].SentAt: 'yesterday' isn't a date.")]
    [InlineData("""{ "Message": "x", "DaysAgo": 1, "Culture": "fr" }""", "There is no language 'fr' here.")]
    [InlineData("""{ "Message": "x", "DaysAgo": 1, "History": [ { "Step": "Lost" } ] }""", "There is no step 'Lost' of a remark.")]
    [InlineData("""{ "Message": "x", "DaysAgo": 1, "History": [ { "Step": "Reopened" } ] }""", "This remark is open already.")]
    public async Task What_cannot_be_a_remark_is_named_with_its_place(string remark, string said)
    {
        folder.Write("bad.recipe.json", $$"""{ "steps": [ { "name": "Remarks", "Remarks": [ {{remark}} ] } ] }""");
        var run = await terminal.RunAsync("recipes", "run", folder.At("bad.recipe.json"), "--tenant", "school-1");
        Assert.Equal(1, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
