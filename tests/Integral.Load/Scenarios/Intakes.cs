using System.Collections.Concurrent;
using System.Diagnostics;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>A rush of applications, every tenth of them sent twice, beside people who read: none is lost, none is kept twice.</summary>
internal sealed class Intakes : IScenario
{
    private const int Connections = 64, Twice = 10, PagesPerSecond = 20;

    private readonly int[] asked = new int[Connections];
    private HashSet<string> cases = [];
    private int round;

    public string Name => "intake";
    public string Measures => "applications of 2 KB, 64 connections, every tenth sent twice, 20 pages/s beside: none lost, none doubled";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        report.Title($"applications of 2 KB, {Connections} connections, every {Twice}th sent twice, {PagesPerSecond} pages/s beside, {trial.Engine}");
        await using var server = await at.ServeAsync(settings: ("Integral__Applications__InAnHourOfAnAddress", "1000000000"));
        var clerk = await Applicants.AtAsync(server.Http);
        var (pages, ends) = (new ConcurrentBag<int>(), new CancellationTokenSource());
        var reading = ReadAsync(server.Http, pages, ends.Token);
        var sent = new HashSet<string>();
        var (figures, _) = await Rounds.RunAsync(trial, report, at, server, Connections, connection => Next(clerk, connection, sent), before: () =>
        {
            round++;
            Array.Clear(asked);
            return Task.CompletedTask;
        });
        await ends.CancelAsync();
        await reading;
        var read = pages.Order().ToList();
        report.Say($"   {read.Count} pages beside: p50 {read[read.Count / 2] / 1000.0:N1} ms, p95 {read[read.Count * 95 / 100] / 1000.0:N1} ms");
        var line = trial.OnPostgreSql ? 700 : 400;
        report.Must($"{figures.PerSecond:N0} applications/s, must be at least {line}", figures.PerSecond >= line);
        report.Must($"p95 {figures.At(.95):N0} ms, must be at most 300", figures.At(.95) <= 300);
        await BegunAsync(clerk, report);
        await CheckAsync(clerk, report, sent);
    }

    // With the last one all are begun, and the inbox has each once.
    private async Task BegunAsync(Applicants clerk, Report report)
    {
        var took = await clerk.BegunAsync();
        var names = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await clerk.GetAsync($"inbox?limit=100{(after.Length > 0 ? $"&after={after}" : "")}");
            names.AddRange(page["items"]!.AsArray().Select(i => $"{i!["title"]}").Where(t => t.StartsWith("Rush-", StringComparison.Ordinal)));
            after = (string?)page["next"];
        }
        report.Say($"   the last case is begun {took.TotalSeconds:N1} s after the rush; {names.Count:N0} cases of {names.Distinct().Count():N0} applications");
        cases = names.ToHashSet();
        if (names.Count != cases.Count) report.Mistake($"cases are begun twice");
    }

    // What a connection asks next: that it is asked for means that the former one was answered.
    private Ask Next(Applicants clerk, int connection, HashSet<string> sent)
    {
        var number = asked[connection]++;
        var name = $"Rush-{round}-{connection}-{number - number / Twice}";       // every tenth is the one before it once more
        if (number > 0) sent.Add($"Rush-{round}-{connection}-{number - 1 - (number - 1) / Twice}");
        return clerk.Of(name);
    }

    private static async Task ReadAsync(HttpClient http, ConcurrentBag<int> times, CancellationToken ends)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PagesPerSecond));
        var turn = 0;
        while (!ends.IsCancellationRequested)
        {
            await clock.WaitForNextTickAsync(CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(turn++ % 2 == 0 ? "/centre/programmes" : "/centre/about", CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            times.Add((int)Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
    }

    // Every one that was answered is there, once.
    private async Task CheckAsync(Applicants clerk, Report report, HashSet<string> sent)
    {
        var (names, numbers) = (new List<string>(), new List<(int Number, DateTime At)>());
        for (string? after = ""; after is not null;)
        {
            var page = await clerk.GetAsync($"applications?for={clerk.Opening}&limit=100{(after.Length > 0 ? $"&after={after}" : "")}");
            foreach (var one in page["items"]!.AsArray().Where(i => $"{i!["name"]}".StartsWith("Rush-", StringComparison.Ordinal)))
            {
                names.Add($"{one!["name"]}".Split(' ')[0]);
                numbers.Add(((int)one["number"]!, (DateTime)one["sentAt"]!));
            }
            after = (string?)page["next"];
        }
        var kept = names.ToHashSet();
        if (cases.Count != kept.Count) report.Mistake($"{kept.Count - cases.Count} applications have no case");
        report.Say($"   {sent.Count} different applications answered; {sent.Count(s => !kept.Contains(s))} of them missing, {names.Count - kept.Count} kept twice, {numbers.Count - numbers.DistinctBy(n => n.Number).Count()} numbers given twice");
        if (sent.Any(s => !kept.Contains(s))) report.Mistake($"answered applications are lost");
        if (names.Count != kept.Count || numbers.Count != numbers.DistinctBy(n => n.Number).Count()) report.Mistake($"applications are doubled");
        numbers.Reverse();      // the list begins with the latest
        report.Say($"   numbers from {numbers[0].Number:N0} to {numbers[^1].Number:N0}, {numbers[^1].Number - numbers[0].Number + 1 - numbers.Count} missing between");
        if (numbers[^1].Number - numbers[0].Number + 1 != numbers.Count) report.Mistake($"numbers have gaps");
        if (numbers.Zip(numbers.Skip(1)).Any(n => n.First.At > n.Second.At)) report.Mistake($"numbers aren't in the order of arrival");
    }
}
