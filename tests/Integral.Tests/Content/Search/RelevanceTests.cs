using System.Globalization;
using System.Text.Json;
using Integral.Platform.Search;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content.Search;

/// <summary>
/// How good the first ten are that the search gives for the questions of the set, as nDCG@10 with gains 2^grade-1. <c>FIRST_TENS=file</c> writes them down;
/// <c>HELD_OUT=1</c> asks the part that is looked at only once.
/// </summary>
public sealed class RelevanceTests(District district, ITestOutputHelper output) : IClassFixture<District>
{
    private const int Seen = 10;
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task The_first_ten_are_what_people_look_for()
    {
        var judged = await MeasureAsync("judged.json");
        if (Environment.GetEnvironmentVariable("HELD_OUT") == "1") await MeasureAsync("held-out.json");
        Assert.True(judged >= .80, $"nDCG@10 is {judged:F3}");
    }

    private async Task<double> MeasureAsync(string part)
    {
        var questions = JsonSerializer.Deserialize<List<Asked>>(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Integral.Tests/Content/Search", part)), AsWritten)!;
        var gained = new List<double>();
        foreach (var question in questions)
        {
            var ten = await FirstTenAsync(question.Culture, question.Query);
            var value = Gain(ten.Select(t => question.Answers.GetValueOrDefault(t))) / Gain(question.Answers.Values.OrderDescending());
            gained.Add(value);
            if (part == "judged.json") output.WriteLine($"{value:F2} {question.Culture} {question.Kind}: {question.Query}: {string.Join(' ', ten.Select(t => $"{t[3..]}:{question.Answers.GetValueOrDefault(t)}"))}");
            if (Environment.GetEnvironmentVariable("FIRST_TENS") is { Length: > 0 } file) await File.AppendAllTextAsync(file, $"{question.Culture} {question.Query}: {string.Join(' ', ten)}\n");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part}: nDCG@10 = {gained.Average():F3} over {gained.Count} questions"));
        return gained.Average();
    }

    private Task<List<string>> FirstTenAsync(string culture, string query) => district.InTenantAsync("", async services =>
    {
        var answer = await services.GetRequiredService<SiteSearch>().FindAsync(new(query, culture, "ru"));
        return answer.Hits.Take(Seen).Select(h => $"{h.Culture}/{h.Address}").ToList();
    });

    private static double Gain(IEnumerable<int> grades) => grades.Take(Seen).Select((grade, at) => (Math.Pow(2, grade) - 1) / Math.Log2(at + 2)).Sum();

    private sealed record Asked(string Culture, string Kind, string Query, Dictionary<string, int> Answers);
}
