using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>Many save in one school at once: each its own person's phone number, with the audit entry in the same transaction.</summary>
internal sealed class Saves : IScenario
{
    private const int Connections = 32;

    public string Name => "saves";
    public string Measures => "saves in one school, 32 connections; then kill -9 in the middle: what was answered is there";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        report.Title($"saves in one school, {Connections} connections, {trial.Engine}");
        var saving = new Saving(Connections);
        await using (var server = await at.ServeAsync())
        {
            var (figures, _) = await Rounds.RunAsync(trial, report, at, server, Connections, saving.Next, before: () => saving.PrepareAsync(server.Http));
            report.Must($"{figures.PerSecond:N0} saves/s, must be at least 1,000", figures.PerSecond >= 1000);
        }
        await using (var server = await at.ServeAsync()) await KillAsync(server, saving, trial);
        await using (var server = await at.ServeAsync())
        {
            var (answered, missing) = await saving.MissingAsync(server.Http);
            report.Say($"   kill -9 after {answered} more answered saves, started again: {missing} of them missing");
            if (missing > 0) report.Mistake($"{missing} answered saves are lost");
        }
    }

    private static async Task KillAsync(Server server, Saving saving, Trial trial)
    {
        await saving.PrepareAsync(server.Http);
        var run = Task.Run(() => new ClosedLoop(server.Port, Connections, saving.Next).Run(TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        await Task.Delay(trial.Measured < TimeSpan.FromSeconds(5) ? trial.Measured : TimeSpan.FromSeconds(5));
        await server.KillAsync();
        await run;
    }
}
