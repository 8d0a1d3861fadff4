using System.Globalization;

namespace Integral.Platform.Backup;

/// <summary>
/// Which scheduled backups of a tenant stay: the newest of each of so many days, weeks and months in which there is one. Counted, not measured: a clock
/// that runs ahead makes none too old.
/// </summary>
internal sealed record Retention(int Days, int Weeks, int Months)
{
    /// <summary>Those that go. Never the newest; and never what is of the future, for then the clock is or was wrong.</summary>
    public IReadOnlyList<ScheduledFile> TooMany(IEnumerable<ScheduledFile> all, DateTime now)
    {
        var past = all.Where(f => f.TakenAt <= now).OrderByDescending(f => f.TakenAt).ToList();
        var kept = past.Take(1)
            .Concat(NewestOf(past, at => at.Date, Days))
            .Concat(NewestOf(past, at => (ISOWeek.GetYear(at), ISOWeek.GetWeekOfYear(at)), Weeks))
            .Concat(NewestOf(past, at => (at.Year, at.Month), Months)).ToHashSet();
        return [.. past.Where(f => !kept.Contains(f))];
    }

    private static IEnumerable<ScheduledFile> NewestOf<TSpan>(IEnumerable<ScheduledFile> newestFirst, Func<DateTime, TSpan> span, int count) =>
        newestFirst.DistinctBy(f => span(f.TakenAt)).Take(count);
}

/// <summary>The file of a scheduled backup; its name says when it was made.</summary>
internal sealed record ScheduledFile(string Path, DateTime TakenAt)
{
    private const string Moment = "yyyyMMdd-HHmmss", End = "-auto.zip";

    public static string NameOf(DateTime at) => at.ToString(Moment, CultureInfo.InvariantCulture) + End;

    /// <summary>Those in a folder, the newest first. Only names are looked at, so it costs little for thousands of tenants.</summary>
    public static IReadOnlyList<ScheduledFile> In(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, $"*{End}").Select(Of).OfType<ScheduledFile>().OrderByDescending(f => f.TakenAt)];

    private static ScheduledFile? Of(string path) =>
        DateTime.TryParseExact(System.IO.Path.GetFileName(path)[..^End.Length], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? new(path, at) : null;
}
