using System.Diagnostics;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>Ten editors open pages, change words in them and publish them on the screen, beside 105,000 texts; what do readers notice?</summary>
internal sealed class PageSaves : IScenario
{
    private const int Editors = 10, Readers = 4;
    private const double Line = 40, Unmoved = 1.2;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), Look = TimeSpan.FromMilliseconds(50);

    public string Name => "save";
    public string Measures => "publishing a page with history, references and index; readers' p95 without and with 10 editors";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await LargeSite.FilledAsync(trial, report);
        foreach (var isCached in new[] { true, false })
        {
            report.Title($"10 editors publish pages of 300 words, each again {Pause.TotalSeconds:N0} s after the last answer; {Readers} people read, output cache {(isCached ? "on" : "off")}, {trial.Engine}");
            await using var server = await at.ServeAsync(demo: false, ("Integral__Web__OutputCache", isCached ? "true" : "false"));
            report.Say($"   {await Baseline.TakeAsync(server, at, 16)}");
            var editing = await Editing.PrepareAsync(server.Http, Editors);
            await MeasureAsync(trial, report, server, editing);
        }
    }

    private static async Task MeasureAsync(Trial trial, Report report, Server server, Editing editing)
    {
        string[] pages = ["/", $"/{editing.Slug}", "/documents"];
        var alone = await SaveAsync(editing, 1, TimeSpan.FromMilliseconds(200), TimeSpan.Zero, trial.Measured);
        report.Say($"   one editor, nobody else: {alone.Count} saves, p50 {alone.At(.5):N1} ms, p95 {alone.At(.95):N1} ms");
        var runs = new List<(double Save, double Ratio)>();
        for (var i = 1; i <= trial.Runs; i++)
        {
            var before = await ReadAsync(server.Http, pages, trial.Warmup, trial.Measured);
            var saving = SaveAsync(editing, Editors, Pause, trial.Warmup, trial.Warmup + trial.Measured);
            var beside = await ReadAsync(server.Http, pages, trial.Warmup, trial.Measured);
            var (saves, after) = (await saving, await ReadAsync(server.Http, pages, TimeSpan.Zero, trial.Measured));
            var without = (before.At(.95) + after.At(.95)) / 2;
            runs.Add((saves.At(.95), beside.At(.95) / without));
            report.Say($"   run {i}: readers' p95 {before.At(.95):N2} ms, with the editors {beside.At(.95):N2} ms, after them {after.At(.95):N2} ms: {runs[^1].Ratio:N2}x (p50 {before.At(.5):N2} and {beside.At(.5):N2}); {saves.PerSecond:N1} saves/s, p50 {saves.At(.5):N1} ms, p95 {saves.At(.95):N1} ms");
            if (saves.Errors > 0) report.Mistake($"{saves.Errors} saves: {saves.Complaint}");
        }
        var (save, ratio) = (runs.Select(r => r.Save).Order().ElementAt(runs.Count / 2), runs.Select(r => r.Ratio).Order().ElementAt(runs.Count / 2));
        report.Must($"a save's p95 {save:N1} ms, must be at most {Line:N0}", save <= Line);
        report.Must($"readers' p95 {ratio:N2}x of what it is without editors, must be below {Unmoved:N1}", ratio < Unmoved);
    }

    private static async Task<Figures> SaveAsync(Editing editing, int editors, TimeSpan pause, TimeSpan from, TimeSpan until)
    {
        var began = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, editors).Select(e => editing.EditAsync(e, pause, began, from, until)));
        return new(all.SelectMany(a => a.Times), until - from, all.Sum(a => a.Errors), all.Select(a => a.Complaint).FirstOrDefault(c => c is not null));
    }

    private static async Task<Figures> ReadAsync(HttpClient http, string[] pages, TimeSpan warmup, TimeSpan measured)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => ReadAsync(http, pages, reader, began, warmup, warmup + measured)));
        return new(times.SelectMany(t => t), measured, 0, null);
    }

    private static async Task<List<int>> ReadAsync(HttpClient http, string[] pages, int reader, long began, TimeSpan from, TimeSpan until)
    {
        var times = new List<int>();
        for (var turn = reader; Stopwatch.GetElapsedTime(began) < until; turn++)
        {
            var asked = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(pages[turn % pages.Length]);
            answer.EnsureSuccessStatusCode();
            if (Stopwatch.GetElapsedTime(began) > from) times.Add((int)Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
            await Task.Delay(Look);
        }
        return times;
    }
}
