using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load;

/// <summary>The same load several times, each beside its own baseline; the median run counts.</summary>
internal static class Rounds
{
    public static async Task<(Figures Figures, Baseline Beside)> RunAsync(Trial trial, Report report, Installation at, Server server, int connections, Func<int, Ask> next, Func<Task>? before = null)
    {
        var runs = new List<(Figures Figures, Baseline Beside)>();
        report.Say($"   {Report.Head.Trim(),95}");
        for (var i = 1; i <= trial.Runs; i++)
        {
            var beside = await Baseline.TakeAsync(server, at, connections);
            if (before is not null) await before();
            var figures = new ClosedLoop(server.Port, connections, next).Run(trial.Warmup, trial.Measured);
            runs.Add((figures, beside));
            report.Row($"run {i}", figures, beside);
        }
        return runs.OrderBy(r => r.Figures.PerSecond).ElementAt(runs.Count / 2);
    }
}
