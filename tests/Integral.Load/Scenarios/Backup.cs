using System.Text.RegularExpressions;
using Integral.Load.Setup;

namespace Integral.Load.Scenarios;

/// <summary>A large school restored and backed up by the verbs, with the start of their processes.</summary>
internal sealed partial class Backup : IScenario
{
    private const int Rows = 100_000, Files = 1000, BytesOfFile = 1 << 20;
    private const double Seconds = 60;
    private const int Megabytes = 100;

    public string Name => "backup";
    public string Measures => "backup and restore of a school with 100,000 rows and 1 GB of files, and their memory";

    public async Task RunAsync(Trial trial, Report report)
    {
        await using var at = await Installation.NewAsync(trial, Name);
        await using var server = await at.ServeAsync();
        report.Title($"a school of {Rows} rows and {Files} files of 1 MB, beside a server that runs, {trial.Engine}");
        report.Say($"   {await Baseline.TakeAsync(server, at, 16)}");
        var (small, large, again) = (Path.Combine(at.Folder, "small.zip"), Path.Combine(at.Folder, "large.zip"), Path.Combine(at.Folder, "again.zip"));
        await at.DoAsync("backup", "--tenant", "school-1", "--out", small);
        LargeBackup.Write(small, large, Rows, Files, BytesOfFile);

        var least = await at.WatchAsync("tenants", "list");
        report.Say($"   a verb that does nothing takes {least.Took.TotalSeconds:N1} s and {least.Megabytes} MB");
        var first = await at.WatchAsync("restore", "--in", large, "--as", "load-large");
        Say(report, "restored", first, least);
        var backup = await at.WatchAsync("backup", "--tenant", "load-large", "--out", again);
        Say(report, "backed up", backup, least);
        if (Hash(first.Said) != Hash(backup.Said)) report.Mistake($"what was backed up isn't what was restored: {first.Said} {backup.Said}");
    }

    private static void Say(Report report, string what, (string Said, TimeSpan Took, int Megabytes) done, (string Said, TimeSpan Took, int Megabytes) least)
    {
        report.Must($"{what} in {done.Took.TotalSeconds:N1} s, must be at most {Seconds:N0}", done.Took.TotalSeconds <= Seconds);
        report.Must($"{done.Megabytes - least.Megabytes} MB more than that, must be at most {Megabytes}", done.Megabytes - least.Megabytes <= Megabytes);
    }

    private static string Hash(string said) => Digest().Match(said).Value;

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
