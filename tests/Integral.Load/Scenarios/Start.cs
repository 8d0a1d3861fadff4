using Integral.Load.Setup;

namespace Integral.Load.Scenarios;

/// <summary>From the start of the process to the first answer of /health/ready, on data that are there.</summary>
internal sealed class Start : IScenario
{
    private const int Times = 5;

    public string Name => "start";
    public string Measures => "published build, filled data folder, to /health/ready";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        report.Title($"start, filled data folder, {trial.Engine}");
        await using (var filling = await at.ServeAsync()) report.Say($"   the demo was filled in {filling.Start.TotalSeconds:N1} s, start included");
        var starts = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            await using var server = await at.ServeAsync();
            starts.Add(server.Start.TotalSeconds);
            if (i == 0) report.Say($"   {await Baseline.TakeAsync(server, at, 16)}");
        }
        report.Say($"   {string.Join("  ", starts.Select(s => FormattableString.Invariant($"{s:N2}")))} s");
        var median = starts.Order().ElementAt(Times / 2);
        report.Must($"ready after {median:N2} s, must be at most 3", median <= 3);
    }
}
