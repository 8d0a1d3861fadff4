using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>The search of a site with 100,000 texts: common words and rare ones, several together, beginnings, mistakes, a kind and days.</summary>
internal sealed class Searches : IScenario
{
    private const int Connections = 8, Questions = 2000, Common = 30;
    private const double Line = 120;

    public string Name => "search";
    public string Measures => "search over 105,000 texts, 8 connections, 2,000 different questions";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title($"search over {LargeSite.Papers + LargeSite.News:N0} texts, {Connections} connections, {trial.Engine}");
        await using var at = await LargeSite.FilledAsync(trial, report);
        var chance = new Random(3);
        var asks = Enumerable.Range(0, Questions).Select(n => Question(n, chance)).Select(q => Ask.Get($"/search?{q}", new(200, "</html>"))).ToArray();
        await using var server = await at.ServeAsync(demo: false);
        var turn = 0;
        var (figures, _) = await Rounds.RunAsync(trial, report, at, server, Connections, _ => asks[turn++ % asks.Length]);
        report.Must($"p95 {figures.At(.95):N1} ms, must be at most {Line:N0}", figures.At(.95) <= Line);
    }

    private static string Question(int n, Random chance)
    {
        string Often() => LargeSite.Words[chance.Next(Common)];
        string Usual() => LargeSite.Words[LargeSite.Place(chance)];
        var (asked, narrowed) = (n % 8) switch
        {
            0 => (Often(), ""),
            1 => ($"{Often()} {Often()}", ""),
            2 => ($"{Often()} {Usual()}", ""),
            3 => ($"{Usual()} {Usual()} {Usual()}", ""),
            4 => (Usual()[..4], ""),
            5 => (Usual().Remove(2, 1), ""),
            6 => (Usual(), "&type=News"),
            _ => (Usual(), "&from=2026-01-01"),
        };
        return $"q={Uri.EscapeDataString(asked)}{narrowed}";
    }
}
