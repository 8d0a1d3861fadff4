using System.Diagnostics;
using System.Globalization;
using System.Text;
using Integral.Load.Setup;
using Integral.Load.Wire;

namespace Integral.Load.Scenarios;

/// <summary>Ten thousand people come into a school as a table while somebody saves small things there; with accounts too; again; cancelled in the middle; and with kill -9 in the middle.</summary>
internal sealed class Import : IScenario
{
    private const int People = 10_000;
    private const double Line = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromMinutes(4);

    public string Name => "import";
    public string Measures => "import of 10,000 people on the screen, without accounts and with; p95 of a small save beside it; again; cancelled, and kill -9, in the middle";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        await using (var server = await at.ServeAsync()) await RunAsync(trial, report, at, server);
        await KillAsync(report, at);
    }

    private static async Task RunAsync(Trial trial, Report report, Installation at, Server server)
    {
        report.Title($"{People:N0} people imported into one school, a small save {1 / Pause.TotalSeconds:N0} times a second beside it, {trial.Engine}");
        report.Say($"   {await Baseline.TakeAsync(server, at, 16)}");
        var (screen, saver) = (await ImportScreen.OpenAsync(server.Http), await GroupSaver.NewAsync(server));
        var alone = await saver.SaveAsync(Pause, Task.Delay(trial.Warmup));
        report.Say($"   a save with nothing beside it: p50 {alone.At(.5):N1} ms, p95 {alone.At(.95):N1} ms, the longest {alone.At(1):N1} ms");

        var (plain, roles) = (Table("plain", "Безучётный", hasRole: false), Table("role", "Учётный", hasRole: true));
        await MeasureAsync(report, screen, saver, "without accounts", plain, [People, 0, 0, 0]);
        await MeasureAsync(report, screen, saver, "with accounts", roles, [People, 0, 0, 0]);
        await MeasureAsync(report, screen, saver, "the latter again", roles, [0, 0, People, 0]);
        await CancelAsync(report, server, screen, saver);
    }

    private static async Task MeasureAsync(Report report, ImportScreen screen, GroupSaver saver, string what, string table, int[] counts)
    {
        var import = screen.RunAsync(table);
        var beside = await saver.SaveAsync(Pause, import);
        var done = await import;
        report.Must($"{what}: {done.Took.TotalSeconds:N1} s, {People / done.Took.TotalSeconds:N0} rows/s, must be at most {Line:N0} s; the dry run {done.Checked.TotalSeconds:N1} s", done.Took.TotalSeconds <= Line);
        Say(report, beside);
        if (!done.Counts.SequenceEqual(counts)) report.Mistake($"{what}: {string.Join(", ", done.Counts)} instead of {string.Join(", ", counts)}");
    }

    private static async Task CancelAsync(Report report, Server server, ImportScreen screen, GroupSaver saver)
    {
        var import = screen.RunAsync(Table("gone", "Отменённый", hasRole: true), cancelAt: 70);
        var beside = await saver.SaveAsync(Pause, import);
        report.Say($"   cancelled at 70 %: {(await import).Took.TotalSeconds:N1} s until nothing of it was left");
        Say(report, beside);
        if (await AreLeftAsync(server, "Отменённый") || (await import).Counts.Count > 0) report.Mistake($"of the cancelled import people are left");
    }

    private static async Task KillAsync(Report report, Installation at)
    {
        ImportScreen screen;
        string progress;
        await using (var server = await at.ServeAsync())
        {
            screen = await ImportScreen.OpenAsync(server.Http);
            (progress, _, _) = await screen.BeginAsync(Table("killed", "Убитый", hasRole: true));
            while (await screen.PercentAsync(progress) is < 40) await Task.Delay(50);
            if (!await AreLeftAsync(server, "Убитый")) report.Mistake($"nothing was written when it was killed");
            await server.KillAsync();
        }
        await using var again = await at.ServeAsync();
        var since = Stopwatch.GetTimestamp();
        while (await AreLeftAsync(again, "Убитый") && Stopwatch.GetElapsedTime(since) < Patience) await Task.Delay(500);
        report.Say($"   kill -9 at 40 %, started again: nothing of it was left after {Stopwatch.GetElapsedTime(since).TotalSeconds:N0} s");
        await Task.Delay(1000);
        if (await AreLeftAsync(again, "Убитый") || !(await screen.At(again.Http).ReadAsync(progress)).Contains("Ничего из файла не записано.", StringComparison.Ordinal)) report.Mistake($"of the killed import something is left, or its page doesn't say that nothing is");
    }

    private static async Task<bool> AreLeftAsync(Server server, string family)
    {
        var head = await Person.AtAsync(server, "head@demo.local", "/school-1");
        return (await head.AskAsync(HttpMethod.Get, $"/school-1/api/v1/people?q={Uri.EscapeDataString(family)}"))!["items"]!.AsArray().Count > 0;
    }

    private static void Say(Report report, Figures saves)
    {
        report.Say($"      saves beside it: {saves.Count}, p50 {saves.At(.5):N1} ms, p95 {saves.At(.95):N1} ms, the longest {saves.At(1):N1} ms");
        if (saves.Errors > 0) report.Mistake($"{saves.Errors} saves: {saves.Complaint}");
    }

    private static string Table(string code, string family, bool hasRole)
    {
        var table = new StringBuilder("Код;Фамилия;Имя;Отчество;Дата рождения;Эл. почта;Телефон;Роли\n");
        for (var i = 0; i < People; i++)
            table.Append(CultureInfo.InvariantCulture, $"{code}-{i};{family};Имя{i % 400};Отчество{i % 90};{new DateOnly(1990, 1, 1).AddDays(i % 9000):yyyy-MM-dd};{code}-{i}@example.org;+7 701 {i:D7};{(hasRole ? "learner" : "")}\n");
        return table.ToString();
    }
}

/// <summary>Somebody of the school who changes the name of a group again and again.</summary>
internal sealed class GroupSaver(Person head, string address)
{
    private int number;

    public static async Task<GroupSaver> NewAsync(Server server)
    {
        var head = await Person.AtAsync(server, "head@demo.local", "/school-1");
        var group = await head.AskAsync(HttpMethod.Post, "/school-1/api/v1/groups", new { kind = "Club", name = "Club 0", fromOn = "2026-09-01" });
        return new(head, $"/school-1/api/v1/groups/{group!["id"]}");
    }

    /// <param name="until">As long as this takes.</param>
    public async Task<Figures> SaveAsync(TimeSpan pause, Task until)
    {
        var (began, times, errors, complaint) = (Stopwatch.GetTimestamp(), new List<int>(), 0, (string?)null);
        while (!until.IsCompleted)
        {
            var asked = Stopwatch.GetTimestamp();
            try
            {
                await head.AskAsync(HttpMethod.Put, address, new { name = $"Club {++number}", fromOn = "2026-09-01" });
                times.Add((int)Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
            }
            catch (HttpRequestException refused) { (errors, complaint) = (errors + 1, refused.Message); }
            await Task.Delay(pause);
        }
        return new(times, Stopwatch.GetElapsedTime(began), errors, complaint);
    }
}
