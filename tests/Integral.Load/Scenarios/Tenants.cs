using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>Thousands of institutions in one process.</summary>
internal sealed class Tenants : IScenario
{
    private const int Open = 256, Asked = 40_000, Few = 8, Many = 64;

    public string Name => "tenants";
    public string Measures => "5,000 tenants: start, memory, open files, p99 of open and of closed ones, no cross-tenant mistake";

    public async Task RunAsync(Trial trial, Report report)
    {
        report.Title($"{trial.Tenants} tenants, {trial.Engine}");
        await using var at = await Populated.FilledAsync(trial, report);
        var asks = Enumerable.Range(0, trial.Tenants).Select(Populated.Front).ToArray();
        await MemoryAsync(trial, report, at, asks);
        await using var server = await at.ServeAsync(demo: false, ("Integral__Web__OutputCache", "false"));
        await TimesAsync(trial, report, at, server, asks);
        Mistakes(report, "output cache off", server, asks);
    }

    private static async Task MemoryAsync(Trial trial, Report report, Installation at, Ask[] asks)
    {
        await using var server = await at.ServeAsync(demo: false);
        report.Must($"ready after {server.Start.TotalSeconds:N2} s, must be at most 2", server.Start.TotalSeconds <= 2);
        var idle = server.ResidentMegabytes;
        var touching = 0;
        var touched = new ClosedLoop(server.Port, Few, _ => asks[touching++ % asks.Length]).Run(TimeSpan.Zero, TimeSpan.FromMinutes(5), trial.Tenants);
        if (touched.Errors > 0) report.Mistake($"{touched.Errors} answers: {touched.Complaint}");
        var (files, handles) = server.OpenFiles();
        report.Must($"{server.ResidentMegabytes} MB resident after touching all once ({idle} before), must be at most 400", server.ResidentMegabytes <= 400);
        report.Must($"{files} database files open ({handles} handles in all), must be at most 512 and the host's", files <= 513);
        Mistakes(report, "output cache on", server, asks);
        report.Say($"   {server.ResidentMegabytes} MB resident after that");
    }

    private static async Task TimesAsync(Trial trial, Report report, Installation at, Server server, Ask[] asks)
    {
        var (one, _) = await Rounds.RunAsync(trial, report, at, server, Few, _ => asks[0]);
        var open = new ClosedLoop(server.Port, Few, _ => asks[Random.Shared.Next(Open)]).Run(trial.Warmup, trial.Measured);
        // Each comes again only after more others than may be open.
        var turn = 0;
        var closed = new ClosedLoop(server.Port, Few, _ => asks[turn++ % asks.Length]).Run(trial.Warmup, trial.Measured);
        report.Say($"   one: p99 {one.At(.99):N2} ms, {one.PerSecond:N0} req/s; {Open} open: {open.At(.99):N2} ms, {open.PerSecond:N0} req/s; each to be opened: {closed.At(.99):N2} ms, {closed.PerSecond:N0} req/s");
        report.Must($"p99 of an open one {open.At(.99) / one.At(.99):N2}x of a single tenant's, must be at most 1.5", open.At(.99) <= 1.5 * one.At(.99));
        report.Must($"p99 of one that must be opened {closed.At(.99) - one.At(.99):N1} ms more, must be at most 15", closed.At(.99) - one.At(.99) <= 15);
        foreach (var wrong in new[] { open, closed }.Where(f => f.Errors > 0)) report.Mistake($"{wrong.Errors} answers: {wrong.Complaint}");
    }

    private static void Mistakes(Report report, string how, Server server, Ask[] asks)
    {
        var random = new ClosedLoop(server.Port, Many, _ => asks[Random.Shared.Next(asks.Length)]).Run(TimeSpan.Zero, TimeSpan.FromMinutes(10), Asked);
        report.Say($"   {random.Count} random requests, {Many} at once, {how}: {random.Errors} mistakes; p99 {random.At(.99):N1} ms, {random.PerSecond:N0} req/s");
        if (random.Errors > 0) report.Mistake($"{random.Errors} answers: {random.Complaint}");
    }
}
