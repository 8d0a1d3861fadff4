using System.Diagnostics;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Data;

/// <summary>
/// Looks after SQLite's files at night, one at a time: those first that have waited longest, as many as the time allows. Each is read from end to
/// end once a week. PostgreSQL does the like by itself.
/// </summary>
internal sealed class NightlyCare(FileCare care, CareBook book, Databases databases, Catalogue catalogue, DataFolder folder, TimeProvider clock, IHostApplicationLifetime life, ILogger<NightlyCare> log) : IHostJob
{
    public const int Nights = 7;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long files are kept as they were before they were upgraded.</summary>
    private static readonly TimeSpan FormerKept = TimeSpan.FromDays(7);

    public string Name => "care-for-files";
    public Sentence Title => T.Say("Look after the database's files");
    public TimeSpan Every => TimeSpan.FromDays(1);
    public TimeOnly? At => new(22, 0);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (databases.Provider == Provider.PostgreSql) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        ForgetFormer();
        var (began, notes) = (Stopwatch.GetTimestamp(), Known());
        try
        {
            var toCheck = notes.Values.OrderBy(n => n.CheckedAt).Take((notes.Count + Nights - 1) / Nights).Select(n => n.File).ToHashSet();
            foreach (var note in notes.Values.OrderBy(n => n.TendedAt).ToList())
            {
                if (Stopwatch.GetElapsedTime(began) > Longest) break;
                notes[note.File] = await OneAsync(note, toCheck.Contains(note.File), stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }      // the rest at the next time
        book.Write(notes.Values);
    }

    // One that was found damaged is read again each time: it may have been put back.
    private async Task<CareNote> OneAsync(CareNote note, bool isCheckDue, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var path = PathOf(note.File);
        if (isCheckDue || note.Trouble is not null)
        {
            var trouble = await FileCare.CheckAsync(path, cancel);
            if (trouble is not null) log.LogError("The file {File} is damaged: {Trouble}", path, trouble);
            note = note with { CheckedAt = Now, Trouble = trouble is null ? null : trouble[..Math.Min(trouble.Length, 500)] };
        }
        if (note.Trouble is null && note.File != Path.GetFileName(folder.Jobs)) await TendAsync(path, cancel);       // Quartz doesn't queue with us
        return note with { TendedAt = Now };
    }

    private async Task TendAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path)) return;
        try
        {
            if (await care.TendAsync(path, cancel) is > FileCare.MuchUnused and var freed) log.LogInformation("The file {File} is {Freed} bytes smaller.", path, freed);
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException) { log.LogWarning(trouble, "The file {File} can't be looked after now.", path); }
    }

    // Files of institutions that serve or may serve again; those that need attention are somebody's work.
    private Dictionary<string, CareNote> Known()
    {
        var before = book.Read();
        string[] ours = [Path.GetFileName(folder.Host), Path.GetFileName(folder.Jobs)];
        return ours.Concat(catalogue.All.Where(t => t.State is TenantState.Running or TenantState.Disabled).Select(t => $"{t.Id}.db"))
            .ToDictionary(f => f, f => before.GetValueOrDefault(f) ?? new(f, DateTime.UnixEpoch, DateTime.UnixEpoch, null));
    }

    private string PathOf(string file) => Path.Combine(file == Path.GetFileName(folder.Host) || file == Path.GetFileName(folder.Jobs) ? folder.Root : folder.Tenants, file);

    private void ForgetFormer()
    {
        if (!Directory.Exists(folder.Former)) return;
        foreach (var file in Directory.EnumerateFiles(folder.Former).Where(f => File.GetLastWriteTimeUtc(f) < Now - FormerKept)) File.Delete(file);
    }
}
