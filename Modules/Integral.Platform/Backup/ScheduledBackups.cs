using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Backup;

/// <summary>
/// Backs up every tenant that has no scheduled backup since the last time of the plan, those first that wait longest. What there is says what is missing,
/// so it goes on where a restart left it: by night all of them, by day a few each time.
/// </summary>
internal sealed class ScheduledBackups(KeptBackups backups, Catalogue catalogue, BackupPlan plan, DataFolder folder, TimeProvider clock, IHostApplicationLifetime life, ILogger<ScheduledBackups> log) : IHostJob
{
    private const int Named = 5;

    public string Name => "scheduled-backups";
    public Sentence Title => T.Say("Back up the institutions whose time has come");
    public TimeSpan Every => TimeSpan.FromMinutes(30);

    // What the night left undone, or a first start at noon, is spread over a day of half hours.
    private int ByDay => (catalogue.All.Count + 47) / 48;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="RuleException">Some couldn't be backed up; the sentence names them.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (!plan.IsOn || catalogue.Root is not { } root) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        var failed = new List<Tenant>();
        try
        {
            foreach (var tenant in Due(plan.DueSince(Now, root.TimeZone)).Take(plan.IsTime(Now, root.TimeZone) ? int.MaxValue : ByDay))
            {
                RequireRoom(tenant);
                if (!await TryAsync(tenant, stop.Token)) failed.Add(tenant);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { return; }      // the rest at the next time
        Rule.Require(failed.Count == 0, failed.Count <= Named
            ? T.Say("Could not be backed up: {0}. The server's log says why. It is tried again each half hour.", Names(failed))
            : T.Say("Could not be backed up: {0} and more, {1} in all. The server's log says why. It is tried again each half hour.", Names(failed.Take(Named)), failed.Count));
    }

    // One from the future was made while the clock was wrong: it doesn't count.
    internal IReadOnlyList<Tenant> Due(DateTime since)
    {
        var now = Now;
        return [.. catalogue.All.Where(t => t.State is TenantState.Running or TenantState.Disabled)
            .Select(t => (Tenant: t, Last: ScheduledFile.In(folder.Backups(t.Id)).FirstOrDefault(f => f.TakenAt <= now)?.TakenAt ?? DateTime.MinValue))
            .Where(t => t.Last < since).OrderBy(t => t.Last).Select(t => t.Tenant)];
    }

    private async Task<bool> TryAsync(Tenant tenant, CancellationToken cancel)
    {
        try
        {
            await backups.MakeScheduledAsync(tenant, cancel);
            backups.Thin(tenant, plan.Retention);
            return true;
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException && !cancel.IsCancellationRequested && !DiskTrouble.IsFull(trouble))
        {
            if (catalogue.Of(tenant.Id) is null) return true;       // removed meanwhile: its archive is its backup
            log.LogError(trouble, "The institution {Tenant} couldn't be backed up.", tenant.Path);
            return false;
        }
    }

    // A disk that backups have filled stops everybody's work.
    private void RequireRoom(Tenant tenant)
    {
        var last = ScheduledFile.In(folder.Backups(tenant.Id)) is [var newest, ..] ? new FileInfo(newest.Path).Length : 0;
        Rule.Require(new DriveInfo(folder.Root).AvailableFreeSpace - last >= plan.LeaveFree, T.Say("There is too little room on the disk for more backups. The next institution would have been {0}.", tenant.Name));
    }

    private static string Names(IEnumerable<Tenant> tenants) => string.Join(", ", tenants.Select(t => t.Name.Length > 80 ? $"{t.Name[..80]}…" : t.Name));
}
