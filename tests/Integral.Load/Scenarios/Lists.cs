using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>A list of 100,000 papers, narrowed by kind, tick and days, in each order, from its beginning and from places deep in it. No two addresses are the same, so each is made anew.</summary>
internal sealed class Lists : IScenario
{
    private const int Connections = 8, Addresses = 2000;
    private const double Line = 80;
    private const string Filter = "LoadPaper";

    public string Name => "list";
    public string Measures => "a list of 100,000 items with filters, sorted and paged, 8 connections, output cache off";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title($"a list of {LargeSite.Papers:N0} items with filters, {Connections} connections, {trial.Engine}");
        await using var at = await LargeSite.FilledAsync(trial, report);
        await using var server = await at.ServeAsync(demo: false, ("Integral__Web__OutputCache", "false"));
        foreach (var (name, asks) in Wanted())
        {
            var figures = new ClosedLoop(server.Port, 1, new Turns(asks).Next).Run(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
            report.Say($"   alone, {name}: p50 {figures.At(.5):N1} ms, p95 {figures.At(.95):N1} ms");
            if (figures.Errors > 0) report.Mistake($"{figures.Errors} answers: {figures.Complaint}");
        }
        var all = Wanted().Select(w => w.Asks).ToArray();
        var mixed = Enumerable.Range(0, Addresses).Select(n => all[n % all.Length][n / all.Length % all[n % all.Length].Length]).ToArray();
        var (mix, _) = await Rounds.RunAsync(trial, report, at, server, Connections, new Turns(mixed).Next);
        report.Must($"p95 {mix.At(.95):N1} ms, must be at most {Line:N0}", mix.At(.95) <= Line);
    }

    private static IEnumerable<(string Name, Ask[] Asks)> Wanted()
    {
        var chance = new Random(4);
        yield return ("the newest", Of(_ => ""));
        yield return ("from a place deep in it", Of(_ => $"cursor={new DateTime(2020, 1, 1).AddMinutes(chance.Next(LargeSite.Papers) * 30):yyyyMMddHHmmssfff}-loaded00000000000000000000"));
        yield return ("a kind", Of(n => Kind(n)));
        yield return ("a kind with those below it, by title", Of(n => $"{Filter}.Kind={LargeSite.Kind(n % 3 * 4)}&sort=title"));
        yield return ("days", Of(_ => Days(20)));
        yield return ("a kind in force within years, by day", Of(n => $"{Kind(n)}&{Filter}.InForce=true&{Days(1500)}&sort=-{Filter}.Date"));
        yield return ("not in force, by day", Of(_ => $"{Filter}.InForce=false&sort={Filter}.Date"));
        yield return ("by day from a place deep in it", Of(_ => $"sort={Filter}.Date&cursor={new DateTime(2015, 1, 1).AddDays(chance.Next(4000)).Ticks}~loaded00000000000000000000"));
        yield return ("a kind in a few days that has none of it", Of(n => $"{Kind(n)}&{Filter}.Date.from=2026-01-01"));

        Ask[] Of(Func<int, string> query) => [.. Enumerable.Range(0, 100).Select(n => Ask.Get($"{LargeSite.Address}?{query(n)}", new(200, "</html>")))];
        string Days(int many) => chance.Next(4000 - many) is var from ? $"{Filter}.Date.from={LargeSite.Day(from)}&{Filter}.Date.to={LargeSite.Day(from + many)}" : "";
        static string Kind(int n) => $"{Filter}.Kind={LargeSite.Kind(n % LargeSite.Kinds)}";
    }

    private sealed class Turns(Ask[] asks)
    {
        private int turn;

        public Ask Next(int connection) => asks[turn++ % asks.Length];
    }
}
