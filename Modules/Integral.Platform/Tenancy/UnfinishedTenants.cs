using System.Data.Common;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Tenancy;

/// <summary>
/// Takes away what a crash left half-made: tenants whose maker has died, or that have been "being created" for an hour (decision 6),
/// files that nobody will move to their place, and files in their place that no row came to name.
/// </summary>
internal sealed class UnfinishedTenants(Databases databases, TenantStorage storage, KeptFiles kept, DataFolder folder, TimeProvider clock, ILogger<UnfinishedTenants> log) : IHostJob
{
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public string Name => "unfinished-tenants";
    public Sentence Title => T.Say("Take away institutions that were never finished");
    public TimeSpan Every => TimeSpan.FromMinutes(10);
    public Task RunAsync(CancellationToken cancel) => SweepAsync(cancel);

    /// <summary>Children were made after their parents, so they go first.</summary>
    internal async Task SweepAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (before, left) = (now - Patience, folder.Unfinished.LeftByTheDead(now));
        var died = left.Select(e => Path.GetFileName(e)).ToHashSet();
        await using var host = databases.OpenHost("sweep", clock);
        var unfinished = await host.Tenants.AsNoTracking().Where(t => t.State == TenantState.Creating).OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).ToListAsync(cancel);
        foreach (var tenant in unfinished.Where(t => t.CreatedAt < before || died.Contains($"{t.Id:N}")))
        {
            await TryRemoveAsync(tenant);
        }
        foreach (var note in left.Where(KeptFiles.IsNote)) await kept.SettleAsync(note);
        folder.Unfinished.Sweep(before);
    }

    // One that can't be taken away, because its server has left the settings perhaps, must not keep the others.
    private async Task TryRemoveAsync(Tenant tenant)
    {
        try
        {
            await storage.RemoveAsync(tenant);
            log.LogInformation("The half-made tenant {Path} was taken away.", tenant.Path);
        }
        catch (Exception trouble) when (trouble is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogWarning(trouble, "The half-made tenant {Path} couldn't be taken away; trying again in ten minutes.", tenant.Path);
        }
    }
}
