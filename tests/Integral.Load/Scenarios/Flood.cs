using System.Diagnostics;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>One institution asks as fast as it can; what do the others notice?</summary>
internal sealed class Flood : IScenario
{
    private const int Flooding = 64, Busy = 8, Readers = 4, Open = 256;
    private const double Line = 1.2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public string Name => "flood";
    public string Measures => "p95 of the other tenants without and with one that floods, among --tenants";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title($"one tenant of {trial.Tenants} floods with {Flooding} connections, {trial.Engine}");
        await using var at = await Seeded.FilledAsync(trial, report, trial.Tenants, 1, 4, 0);
        // Pages made anew, as those of people who have signed in are; the flood may ask as much as one institution may.
        await using var server = await at.ServeAsync(demo: false, ("Integral__Web__OutputCache", "false"));
        var asks = Enumerable.Range(2, Math.Min(Open, trial.Tenants - 1)).Select(Seeded.Front).ToArray();
        await CompareAsync(trial, report, at, server, $"{Busy} connections, each asking anew as soon as answered", length => Task.Run(() => new ClosedLoop(server.Port, Busy, _ => asks[Random.Shared.Next(asks.Length)]).Run(trial.Warmup, length)));
        await CompareAsync(trial, report, at, server, $"{Readers} people, each asking {Pause.TotalMilliseconds:N0} ms after the last answer", length => ReadAsync(server.Http, asks.Length, trial.Warmup, length));
    }

    private static async Task CompareAsync(Trial trial, Report report, Installation at, Server server, string others, Func<TimeSpan, Task<Figures>> run)
    {
        report.Say($"   the others: {others}");
        report.Say($"   {await Baseline.TakeAsync(server, at, 16)}");
        var (ratios, flooded) = (new List<double>(), Seeded.Front(1));
        for (var i = 1; i <= trial.Runs; i++)
        {
            var quiet = await run(trial.Measured);
            var flood = Task.Run(() => new ClosedLoop(server.Port, Flooding, _ => flooded).Run(TimeSpan.Zero, trial.Warmup + trial.Measured));
            var beside = await run(trial.Measured);
            var (asked, again) = (await flood, await run(trial.Measured));
            var without = (quiet.At(.95) + again.At(.95)) / 2;
            ratios.Add(beside.At(.95) / without);
            report.Say($"   run {i}: p95 {quiet.At(.95):N2} ms, flooded {beside.At(.95):N2} ms, after it {again.At(.95):N2} ms: {ratios[^1]:N2}x (p50 {quiet.At(.5):N2} and {beside.At(.5):N2}, {quiet.PerSecond:N0} and {beside.PerSecond:N0} req/s); the flood had {asked.PerSecond:N0} answers/s, p95 {asked.At(.95):N1} ms, {asked.Errors} refused");
            foreach (var wrong in new[] { quiet, beside, again }.Where(f => f.Errors > 0)) report.Mistake($"{wrong.Errors} answers to others: {wrong.Complaint}");
        }
        var ratio = ratios.Order().ElementAt(ratios.Count / 2);
        report.Must($"the others' p95 {ratio:N2}x of what it is without the flood, must be below {Line:N1}", ratio < Line);
    }

    private static async Task<Figures> ReadAsync(HttpClient http, int open, TimeSpan warmup, TimeSpan measured)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => ReadAsync(http, open, reader, began, warmup, warmup + measured)));
        return new(times.SelectMany(t => t), measured, 0, null);
    }

    private static async Task<List<int>> ReadAsync(HttpClient http, int open, int reader, long began, TimeSpan from, TimeSpan until)
    {
        var times = new List<int>();
        for (var turn = 0; Stopwatch.GetElapsedTime(began) < until; turn++)
        {
            var asked = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync($"{Seeded.School(2 + (turn * Readers + reader) % open)}/");
            answer.EnsureSuccessStatusCode();
            if (Stopwatch.GetElapsedTime(began) > from) times.Add((int)Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
            await Task.Delay(Pause);
        }
        return times;
    }
}
