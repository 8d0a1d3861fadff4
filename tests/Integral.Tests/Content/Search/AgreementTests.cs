using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Search;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content.Search;

/// <summary>The demo on SQLite, also where this run's engine is another.</summary>
public sealed class SqliteDemo : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Database:Provider", "Sqlite")];

    public override ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        return default;
    }
}

/// <summary>Both engines give the same first ten for the questions of the relevance set. How good they are isn't looked at here.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class AgreementTests(District here, SqliteDemo there, ITestOutputHelper output) : IClassFixture<District>, IClassFixture<SqliteDemo>
{
    private const int Enough = 57, Seen = 10;

    [Fact]
    public async Task The_first_ten_are_the_same_on_both_engines()
    {
        there.CreateClient();
        await there.SettleAsync();
        var questions = new[] { "judged.json", "held-out.json" }.SelectMany(part => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/Integral.Tests/Content/Search", part)))!.AsArray()).Select(q => q.Deserialize<Asked>(AsWritten)!).ToList();
        var same = 0;
        foreach (var question in questions)
            if ((await FirstTenAsync(here, question)).SequenceEqual(await FirstTenAsync(there, question))) same++;
        output.WriteLine($"{same} of {questions.Count} questions have the same first ten on both engines");
        Assert.InRange(same, Enough, questions.Count);
    }

    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web);

    private static Task<List<string>> FirstTenAsync(District district, Asked question) => district.InTenantAsync("", async services =>
    {
        var answer = await services.GetRequiredService<SiteSearch>().FindAsync(new(question.Query, question.Culture, "ru"));
        return answer.Hits.Take(Seen).Select(h => $"{h.Culture}/{h.Address}").ToList();
    });

    private sealed record Asked(string Culture, string Query);
}
