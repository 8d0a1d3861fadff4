using System.Text;
using System.Text.Json;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>The search of a site with 100,000 texts: common words and rare ones, several together, beginnings, mistakes, a kind and days.</summary>
internal sealed class Searches : IScenario
{
    private const int Connections = 8, Texts = 100_000, OfARecipe = 5000, Words = 60, Vocabulary = 20_000;
    private const string Syllables = "ба ва га да жа за ка ла ма на па ра са та фа ха ча ша бо во го до зо ко ло мо но по ро со то фо бе ве ге де зе ке ле ме не пе ре се те";

    public string Name => "search";
    public string Measures => "search over 100,000 texts, 8 connections";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title($"search over {Texts:N0} texts, {Connections} connections, {trial.Engine}");
        await using var at = await Installation.NewAsync(trial, Name);
        await at.DoAsync("tenants", "create", "--path", "/", "--recipe", "district", "--name", "The district", "--culture", "ru");
        var (words, chance, took) = (Made(), new Random(1), TimeSpan.Zero);
        for (var from = 0; from < Texts; from += OfARecipe)
        {
            var file = Path.Combine(at.Folder, "texts.recipe.json");
            await File.WriteAllTextAsync(file, Recipe(from, words, chance));
            took += (await at.DoAsync("recipes", "run", file, "--tenant", "/")).Took;
        }
        report.Say($"   {Texts:N0} texts of {Words} words written and indexed in {took.TotalSeconds:N0} s, {took.TotalMilliseconds / Texts:N2} ms each");

        var asks = Enumerable.Range(0, 2000).Select(n => Question(n, words, chance)).Select(q => Ask.Get($"/search?{q}", new(200, "</html>"))).ToArray();
        await using var server = await at.ServeAsync(demo: false);
        var (figures, _) = await Rounds.RunAsync(trial, report, at, server, Connections, n => asks[n % asks.Length]);
        report.Must($"p95 {figures.At(.95):N1} ms, must be at most 120", figures.At(.95) <= 120);
    }

    private static string Question(int n, string[] words, Random chance)
    {
        string Common() => words[chance.Next(30)];
        string Usual() => words[Zipf(chance)];
        var question = (n % 8) switch
        {
            0 => Common(),
            1 => $"{Common()} {Common()}",
            2 => $"{Common()} {Usual()}",
            3 => $"{Usual()} {Usual()} {Usual()}",
            4 => Usual()[..4],
            5 => Usual().Remove(2, 1),
            6 => $"{Usual()}&type=News",
            _ => $"{Usual()}&from=2026-01-01",
        };
        var (asked, rest) = question.IndexOf('&', StringComparison.Ordinal) is > 0 and var end ? (question[..end], question[end..]) : (question, "");
        return $"q={Uri.EscapeDataString(asked)}{rest}";
    }

    private static string Recipe(int from, string[] words, Random chance)
    {
        var items = Enumerable.Range(from, OfARecipe).Select(n => new
        {
            ContentItemId = $"loaded{n:D20}", ContentType = "News", PublishedUtc = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(n * 30),
            TitlePart = new { Title = Text(5) }, AutoroutePart = new { Path = $"loaded-{n}" }, MarkdownBodyPart = new { Markdown = Text(Words) },
        });
        return JsonSerializer.Serialize(new { name = "texts", steps = new[] { new { name = "content", Data = items } } });

        string Text(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => words[Zipf(chance)]));
    }

    // As in real texts, a word is the rarer the further it stands in the list.
    private static int Zipf(Random chance) => (int)Math.Pow(Vocabulary, chance.NextDouble()) - 1;

    private static string[] Made()
    {
        var (chance, syllables, words) = (new Random(2), Syllables.Split(' '), new HashSet<string>());
        while (words.Count < Vocabulary)
        {
            var word = new StringBuilder();
            for (var n = chance.Next(3, 5); n > 0; n--) word.Append(syllables[chance.Next(syllables.Length)]);
            words.Add(word.Append('р').ToString());
        }
        return [.. words];
    }
}
