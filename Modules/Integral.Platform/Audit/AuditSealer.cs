using System.Collections.Concurrent;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Audit;

/// <summary>
/// Links new entries into their trail's hash chain, at the latest a second after their transaction and in one of its own: nobody who saves waits
/// while it looks. It looks from the first entry on that this process has committed since the last time, so a rush costs what it wrote and no more.
/// What a killed process left is sealed when its trail is first written to after a start, before a backup, or at night.
/// </summary>
internal sealed class AuditSealer(Unsealed unsealed, Databases databases, Catalogue catalogue, TenantUpgrades upgrades, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    private const int AtOnce = 500, Tries = 5;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<Guid, bool> lookedBack = new();

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping)) await SealMarkedAsync(looksBack: true, stopping);
        }
        catch (OperationCanceledException) { }
        finally { await SealMarkedAsync(looksBack: false, CancellationToken.None); }
    }

    /// <summary>Seals what this process has written. A trail that can't be sealed now stays marked.</summary>
    /// <param name="looksBack">The first time at a trail, looks through all of it: for one who lives long.</param>
    internal async Task SealMarkedAsync(bool looksBack, CancellationToken cancel)
    {
        foreach (var (trail, first) in unsealed.Take())
        {
            try
            {
                Guid? since = looksBack && !lookedBack.ContainsKey(trail) ? null : first;
                if (trail == Guid.Empty) await SealHostAsync(since, cancel);
                else if (catalogue.Of(trail) is { } tenant) await SealAsync(tenant, since, cancel);
                if (since is null) lookedBack[trail] = true;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested) { unsealed.Add(trail, first); }
            catch (Exception trouble) when (trouble is DbUpdateException or RuleException || Agenda.IsPassing(trouble))
            {
                log.LogWarning(trouble, "The audit trail of {Tenant} can't be sealed now; trying again.", trail);
                unsealed.Add(trail, first);
            }
        }
    }

    /// <param name="since">The smallest id to look at; null looks through all entries.</param>
    public async Task SealAsync(Tenant tenant, Guid? since, CancellationToken cancel)
    {
        tenant = await upgrades.RequireAsync(tenant);
        await AgainAsync(async () =>
        {
            await using var db = databases.Open(tenant, () => new(null, "seal", "seal", tenant.Id, clock));
            await SealAllAsync(db, work => db.WriteAsync(work, cancel), since, cancel);
        });
    }

    public Task SealHostAsync(Guid? since, CancellationToken cancel) => AgainAsync(async () =>
    {
        await using var host = databases.OpenHostApart("seal", clock);
        await SealAllAsync(host, work => host.Unit.WriteAsync(work, cancel), since, cancel);
    });

    // Two may seal one trail at once: the number's key refuses the slower one, who looks again.
    private static async Task AgainAsync(Func<Task> seal)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await seal();
                return;
            }
            catch (DbUpdateException) when (tries < Tries) { }
        }
    }

    private static async Task SealAllAsync(DbContext db, Func<Func<Task<int>>, Task<int>> write, Guid? since, CancellationToken cancel)
    {
        while (true)
        {
            var found = await FindAsync(db, since, cancel);
            if (found.Count > 0) await write(() => SealAsync(db, found, cancel));
            if (found.Count < AtOnce) return;
            since = found[^1].Id;
            db.ChangeTracker.Clear();
        }
    }

    // Before the turn to write is taken.
    private static Task<List<AuditEntry>> FindAsync(DbContext db, Guid? since, CancellationToken cancel)
    {
        var seals = db.Set<AuditSeal>();
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (since is { } first) entries = entries.Where(e => e.Id >= first);
        return entries.Where(e => !seals.Any(s => s.EntryId == e.Id)).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(cancel);
    }

    private static async Task<int> SealAsync(DbContext db, List<AuditEntry> found, CancellationToken cancel)
    {
        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        foreach (var entry in found) db.Add(last = AuditSeal.Of(entry, last));
        return await db.SaveChangesAsync(cancel);
    }
}
