using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>The public front page of a school, as its visitors see it, and as the server must make it anew.</summary>
internal sealed class Front : IScenario
{
    private const int Connections = 64;

    public string Name => "front";
    public string Measures => "public front page, 64 connections: cached, and with the output cache off";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        var ask = Ask.Get("/school-1/", new(200, "Школа № 1"));

        report.Title($"front page, output cache on, {Connections} connections, {trial.Engine}");
        await using (var server = await at.ServeAsync())
        {
            var (figures, beside) = await Rounds.RunAsync(trial, report, at, server, Connections, _ => ask);
            report.Must($"{figures.PerSecond:N0} req/s, must be at least 8,000", figures.PerSecond >= 8000);
            report.Must($"{figures.PerSecond / beside.Live:N2} of /health/live, must be at least 0.25", figures.PerSecond / beside.Live >= .25);
            report.Must($"p99 {figures.At(.99):N1} ms, must be at most 40", figures.At(.99) <= 40);
        }

        report.Title($"front page, output cache off, {Connections} connections, {trial.Engine}");
        await using (var server = await at.ServeAsync(settings: ("Integral__Web__OutputCache", "false")))
        {
            var (figures, _) = await Rounds.RunAsync(trial, report, at, server, Connections, _ => ask);
            report.Must($"{figures.PerSecond:N0} req/s, must be at least 1,200", figures.PerSecond >= 1200);
        }
    }
}
