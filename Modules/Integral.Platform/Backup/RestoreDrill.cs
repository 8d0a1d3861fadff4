using System.Diagnostics;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Backup;

/// <summary>
/// Once a month restores the newest scheduled backup of one tenant to see whether it can be, in turn: first one whose last trial failed and who has a newer
/// backup since, then who was never tried, then who was longest ago.
/// </summary>
internal sealed class RestoreDrill(IServiceScopeFactory scopes, Catalogue catalogue, BackupPlan plan, TrialBook book, DataFolder folder, TimeProvider clock, IHostApplicationLifetime life, ILogger<RestoreDrill> log) : IHostJob
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromDays(1);

    public string Name => "restore-drill";
    public Sentence Title => T.Say("Try whether a backup can be restored, if it is time");
    public TimeSpan Every => TimeSpan.FromHours(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!plan.HasDrill || catalogue.Root is null || !IsTime(book.Read())) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        try
        {
            await TryAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }      // taken away again; another time
    }

    // Either way: after a clock that ran ahead the last one may lie in the future.
    private bool IsTime(IReadOnlyList<TrialNote> notes) => notes.Count == 0 || (Now - notes[0].At).Duration() >= (notes.Any(n => n.Trouble is not null && catalogue.Of(n.TenantId) is not null) ? AfterFailure : plan.DrillEvery);

    /// <summary>Tries one now.</summary>
    /// <returns>What came of it; null if there is no backup that can be tried.</returns>
    internal async Task<TrialNote?> TryAsync(CancellationToken cancel)
    {
        foreach (var (tenant, file) in InTurn())
        {
            var (began, watch, bytes) = (Now, Stopwatch.StartNew(), new FileInfo(file.Path).Length);
            Sentence? trouble;
            try
            {
                if (!await RestoreAsync(file.Path, tenant, cancel)) continue;
                trouble = null;
            }
            catch (RuleException rule) { trouble = rule.Sentence; }
            catch (Exception failure) when (failure is not OutOfMemoryException && !cancel.IsCancellationRequested)
            {
                log.LogError(failure, "The backup {File} of {Tenant} can't be restored.", file.Path, tenant.Path);
                trouble = DiskTrouble.IsFull(failure) ? DiskTrouble.IsFullNow : T.Say("It could not be restored. The server's log says why.");
            }
            var note = new TrialNote(tenant.Id, Path.GetFileName(file.Path), bytes, began, watch.Elapsed, trouble is null ? null : Sentences.Keep(trouble));
            book.Note(note);
            return note;
        }
        return null;
    }

    private IEnumerable<(Tenant Tenant, ScheduledFile File)> InTurn()
    {
        var last = book.Read().ToDictionary(n => n.TenantId);
        return catalogue.All.Select(t => (Tenant: t, Files: ScheduledFile.In(folder.Backups(t.Id)))).Where(t => t.Files.Count > 0)
            .Select(t => (t.Tenant, File: t.Files[0])).OrderByDescending(t => last.GetValueOrDefault(t.Tenant.Id) is { Trouble: not null } failed && failed.File != Path.GetFileName(t.File.Path))
            .ThenBy(t => last.GetValueOrDefault(t.Tenant.Id)?.At ?? DateTime.MinValue);
    }

    private async Task<bool> RestoreAsync(string file, Tenant tenant, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Current>().Work = "restore drill";
        return await scope.ServiceProvider.GetRequiredService<Trial>().RunAsync(file, tenant, cancel);
    }
}
