using Integral.Load.Setup;

namespace Integral.Load.Scenarios;

/// <summary>Deploying a school by the verb, with the start of its process.</summary>
internal sealed class Create : IScenario
{
    private const int Times = 5;

    public string Name => "create";
    public string Measures => "tenants create --recipe school, process start included";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        await using var server = await at.ServeAsync();
        report.Title($"tenants create --recipe school, beside a server that runs, {trial.Engine}");
        report.Say($"   {await Baseline.TakeAsync(server, at, 16)}");
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var (said, took) = await at.DoAsync("tenants", "create", "--recipe", "school", "--path", $"load-school-{i}", "--name", $"Load school {i}");
            times.Add(took.TotalSeconds);
            if (!said.Contains($"load-school-{i}", StringComparison.Ordinal)) report.Mistake($"it didn't print its address: {said}");
        }
        report.Say($"   {string.Join("  ", times.Select(s => FormattableString.Invariant($"{s:N2}")))} s");
        var page = await server.Http.GetStringAsync($"/load-school-{Times - 1}/");
        if (!page.Contains($"Load school {Times - 1}", StringComparison.Ordinal)) report.Mistake($"the new school's page doesn't show its name");
        var median = times.Order().ElementAt(Times / 2);
        report.Must($"made in {median:N2} s, must be at most 2", median <= 2);
    }
}
