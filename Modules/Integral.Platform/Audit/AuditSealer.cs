using System.Collections.Concurrent;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Audit;

/// <summary>Whose trails have entries that this process has just committed. The host's own trail goes by an empty id.</summary>
internal sealed class Unsealed
{
    private readonly ConcurrentDictionary<Guid, bool> trails = new();

    public void Add(Guid trail) => trails[trail] = true;

    public IReadOnlyList<Guid> Take() => [.. trails.Keys.Where(id => trails.TryRemove(id, out _))];
}

/// <summary>
/// Links new entries into their trail's hash chain, at the latest a second after their transaction and in one of its own: nobody who saves waits
/// for it. What a killed process left is sealed with the trail's next entries, before a backup, or at night.
/// </summary>
internal sealed class AuditSealer(Unsealed unsealed, Databases databases, Catalogue catalogue, TenantUpgrades upgrades, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    private const int AtOnce = 500, Tries = 5;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    // Ids hold the time at which an entry was written, which is before the time at which its transaction is seen by others.
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping)) await SealMarkedAsync(stopping);
        }
        catch (OperationCanceledException) { }
        finally { await SealMarkedAsync(CancellationToken.None); }
    }

    /// <summary>Seals what this process has written. A trail that can't be sealed now stays marked.</summary>
    internal async Task SealMarkedAsync(CancellationToken cancel)
    {
        foreach (var trail in unsealed.Take())
        {
            try
            {
                if (trail == Guid.Empty) await SealHostAsync(isWhole: false, cancel);
                else if (catalogue.Of(trail) is { } tenant) await SealAsync(tenant, isWhole: false, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested) { unsealed.Add(trail); }
            catch (Exception trouble) when (trouble is DbUpdateException or RuleException || Agenda.IsPassing(trouble))
            {
                log.LogWarning(trouble, "The audit trail of {Tenant} can't be sealed now; trying again.", trail);
                unsealed.Add(trail);
            }
        }
    }

    /// <param name="isWhole">Looks through all entries, not only those since shortly before the last one sealed.</param>
    public async Task SealAsync(Tenant tenant, bool isWhole, CancellationToken cancel)
    {
        tenant = await upgrades.RequireAsync(tenant);
        await AgainAsync(async () =>
        {
            await using var db = databases.Open(tenant, () => new(null, "seal", "seal", tenant.Id, clock));
            await SealAllAsync(db, work => db.WriteAsync(work, cancel), isWhole, cancel);
        });
    }

    public Task SealHostAsync(bool isWhole, CancellationToken cancel) => AgainAsync(async () =>
    {
        await using var host = databases.OpenHostApart("seal", clock);
        await SealAllAsync(host, work => host.Unit.WriteAsync(work, cancel), isWhole, cancel);
    });

    // On PostgreSQL two may seal one trail at once: the number's key refuses the slower one, who looks again.
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

    private static async Task SealAllAsync(DbContext db, Func<Func<Task<int>>, Task<int>> write, bool isWhole, CancellationToken cancel)
    {
        // Entries of before are looked at again in each portion only until they are sealed.
        while (await write(() => SealSomeAsync(db, isWhole, cancel)) == AtOnce) db.ChangeTracker.Clear();
    }

    private static async Task<int> SealSomeAsync(DbContext db, bool isWhole, CancellationToken cancel)
    {
        var seals = db.Set<AuditSeal>();
        var last = await seals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (!isWhole && last is not null)
        {
            var since = Before(last.EntryId);
            entries = entries.Where(e => e.Id > since);
        }
        var found = await entries.Where(e => !seals.Any(s => s.EntryId == e.Id)).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var entry in found) db.Add(last = AuditSeal.Of(entry, last));
        if (found.Count > 0) await db.SaveChangesAsync(cancel);
        return found.Count;
    }

    // The smallest id of the time so long before.
    private static Guid Before(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = ((long)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16) | System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        bytes.Clear();
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, milliseconds - (long)LongestTransaction.TotalMilliseconds) << 16);
        return new(bytes, bigEndian: true);
    }
}
