using System.Data.Common;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Jobs;

/// <summary>
/// Which tenants are to be woken, and when. No transaction spans a tenant and the host, so a row is written twice: before the tenant's
/// commit as an announcement that comes due a little later, and after it as due at once. A crash between the commit and the second
/// writing then costs a minute and no message; one before the commit leaves a row for which nothing is found. A sweep of tenants used
/// lately would need no row beforehand, but also opens tenants that have nothing, and misses what a job or a verb has sent.
/// </summary>
internal sealed class Agenda(Databases databases, Node node, TimeProvider clock, ILogger<Agenda> log) : IDisposable
{
    public const string Channel = "integral_due";

    /// <summary>A node that hasn't let go after this long is taken for dead.</summary>
    public static readonly TimeSpan LeasedFor = TimeSpan.FromMinutes(2);

    /// <summary>When what was announced and never confirmed is looked for: soon, and once more when no transaction can still be open.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1), LastLook = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim woken = new(0);

    private DateTime Now
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));       // as it comes back from the database
        }
    }

    /// <summary>Before a commit: something may be there from soon on.</summary>
    public Task AnnounceAsync(Guid tenant, string kind)
    {
        var (now, soon) = (Now, Now + FirstLook);
        return PutAsync(
            host => host.DueWork.Where(d => d.TenantId == tenant && d.Kind == kind).ExecuteUpdateAsync(d => d
                .SetProperty(x => x.DueAt, x => x.DueAt < soon ? x.DueAt : soon).SetProperty(x => x.AnnouncedAt, now).SetProperty(x => x.Stamp, x => x.Stamp + 1)),
            () => new() { TenantId = tenant, Kind = kind, DueAt = soon, AnnouncedAt = now });
    }

    /// <summary>There will be something at that time, or so it is known now.</summary>
    public Task ComeBackAsync(Guid tenant, string kind, DateTime at) => PutAsync(
        host => host.DueWork.Where(d => d.TenantId == tenant && d.Kind == kind).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.DueAt, x => x.DueAt < at ? x.DueAt : at).SetProperty(x => x.Stamp, x => x.Stamp + 1)),
        () => new() { TenantId = tenant, Kind = kind, DueAt = at, AnnouncedAt = DateTime.UnixEpoch });

    /// <summary>The same work is due in all of these now.</summary>
    public async Task AllDueAsync(IReadOnlyCollection<Guid> tenants, string kind)
    {
        foreach (var some in tenants.Chunk(500))
        {
            var now = Now;
            await using var host = Open();
            await host.WriteAsync(async () =>
            {
                var known = host.DueWork.Where(d => d.Kind == kind && EF.Parameter(some).Contains(d.TenantId));
                await known.ExecuteUpdateAsync(d => d.SetProperty(x => x.DueAt, x => x.DueAt < now ? x.DueAt : now).SetProperty(x => x.Stamp, x => x.Stamp + 1));
                var there = await known.Select(d => d.TenantId).ToListAsync();
                host.AddRange(some.Except(there).Select(t => new DueWork { TenantId = t, Kind = kind, DueAt = now, AnnouncedAt = DateTime.UnixEpoch }));
                await host.SaveChangesAsync();
            });
        }
        if (databases.Provider == Provider.PostgreSql) await TellAsync();
        Wake();
    }

    /// <summary>After the commit: it is there. What fails here fails nobody's work: the announcement stands.</summary>
    public async Task ConfirmAsync(Guid tenant, string kind, int count)
    {
        var now = Now;
        try
        {
            await PutAsync(
                host => host.DueWork.Where(d => d.TenantId == tenant && d.Kind == kind).ExecuteUpdateAsync(d => d
                    .SetProperty(x => x.DueAt, x => x.DueAt < now ? x.DueAt : now).SetProperty(x => x.Stamp, x => x.Stamp + 1)
                    .SetProperty(x => x.Waiting, x => x.Waiting + count).SetProperty(x => x.Since, x => x.Since ?? now)),
                () => new() { TenantId = tenant, Kind = kind, DueAt = now, AnnouncedAt = now, Waiting = count, Since = now });
            if (databases.Provider == Provider.PostgreSql) await TellAsync();
        }
        catch (Exception trouble) when (IsPassing(trouble)) { log.LogWarning(trouble, "What tenant {Tenant} has to send can't be noted now; it is looked for in a minute.", tenant); }
        Wake();
    }

    /// <summary>Something that is looked for later anyway is there now.</summary>
    public async Task RingAsync(Guid tenant, string kind)
    {
        try
        {
            await ComeBackAsync(tenant, kind, Now);
        }
        catch (Exception trouble) when (IsPassing(trouble)) { log.LogWarning(trouble, "What is due in tenant {Tenant} can't be noted now; it is looked for a little later.", tenant); }
        Wake();
    }

    /// <summary>Leases the longest unserved of what is due, at most so many.</summary>
    public async Task<IReadOnlyList<DueWork>> TakeAsync(int most, CancellationToken cancel)
    {
        var now = Now;
        await using var host = Open();
        // Most looks find nothing: they read one index and write nothing.
        if (most == 0 || !await host.DueWork.AnyAsync(d => d.DueAt <= now && (d.LeasedUntil == null || d.LeasedUntil < now), cancel)) return [];
        List<DueWork> taken = [];
        await host.WriteAsync(async () =>
        {
            taken = await Due(host, now, most).ToListAsync(cancel);
            foreach (var due in taken) due.Lease(node.Id, now + LeasedFor);
            await host.SaveChangesAsync(cancel);
        }, cancel);
        return taken;
    }

    /// <summary>Lets go of a row after a turn. What was announced meanwhile makes it due at once.</summary>
    public async Task LetGoAsync(DueWork taken, Left left)
    {
        var now = Now;
        var next = left.NextAt ?? LookAgainAt(taken.AnnouncedAt, now);
        await using var host = Open();
        await host.WriteAsync(async () =>
        {
            var mine = host.DueWork.Where(d => d.TenantId == taken.TenantId && d.Kind == taken.Kind && d.LeasedBy == node.Id);
            if (next is null && await mine.Where(d => d.Stamp == taken.Stamp).ExecuteDeleteAsync() > 0) return;
            await UpdateAsync(mine, taken.Stamp, left, next ?? now, now);
        });
    }

    /// <summary>The tenant can't be worked in now.</summary>
    public async Task PutOffAsync(DueWork taken, TimeSpan wait, string? trouble)
    {
        var (now, until) = (Now, Now + wait);
        await using var host = Open();
        await host.WriteAsync(() => host.DueWork.Where(d => d.TenantId == taken.TenantId && d.Kind == taken.Kind && d.LeasedBy == node.Id).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.DueAt, x => trouble == null && x.Stamp != taken.Stamp ? now : until).SetProperty(x => x.Tries, x => trouble == null ? 0 : x.Tries + 1).SetProperty(x => x.Trouble, trouble)
            .SetProperty(x => x.ServedAt, now).SetProperty(x => x.LeasedBy, (Guid?)null).SetProperty(x => x.LeasedUntil, (DateTime?)null)));
    }

    /// <summary>Forgets a tenant that isn't there any more.</summary>
    public async Task ForgetAsync(Guid tenant)
    {
        await using var host = Open();
        await host.WriteAsync(async () =>
        {
            await host.DueWork.Where(d => d.TenantId == tenant).ExecuteDeleteAsync();
            await host.DeadLetters.Where(l => l.SenderId == tenant).ExecuteDeleteAsync();
            await host.PostedLetters.Where(l => l.TenantId == tenant).ExecuteDeleteAsync();
        });
    }

    /// <summary>Waits until something may have come due, at most so long.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancel) => woken.WaitAsync(most, cancel);

    public void Wake()
    {
        if (woken.CurrentCount == 0) woken.Release();
    }

    /// <summary>The database may be gone for a moment or the disk full.</summary>
    public static bool IsPassing(Exception trouble) => trouble is DbException or DbUpdateException or IOException or InvalidOperationException;

    public void Dispose() => woken.Dispose();

    private static DateTime? LookAgainAt(DateTime announced, DateTime now) =>
        now < announced + FirstLook ? announced + FirstLook : now < announced + LastLook ? announced + LastLook : null;

    private static Task<int> UpdateAsync(IQueryable<DueWork> mine, long stamp, Left left, DateTime next, DateTime now) => mine.ExecuteUpdateAsync(d => d
        .SetProperty(x => x.DueAt, x => x.Stamp == stamp ? next : now)
        .SetProperty(x => x.Waiting, x => x.Stamp == stamp || x.Waiting == 0 ? left.Waiting : left.Waiting + 1)
        .SetProperty(x => x.Since, x => x.Stamp == stamp ? left.Since : left.Since ?? x.Since)
        .SetProperty(x => x.Tries, 0).SetProperty(x => x.Trouble, left.Trouble).SetProperty(x => x.ServedAt, now)
        .SetProperty(x => x.LeasedBy, (Guid?)null).SetProperty(x => x.LeasedUntil, (DateTime?)null));

    // On SQLite the gate of writers lets one look at a time; on PostgreSQL nodes step over what another is just taking.
    private IQueryable<DueWork> Due(HostDb host, DateTime now, int most) => databases.Provider == Provider.PostgreSql
        ? host.DueWork.FromSql($"""
            SELECT * FROM host.due_work WHERE "DueAt" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" < {now})
            ORDER BY "ServedAt", "DueAt" LIMIT {most} FOR UPDATE SKIP LOCKED
            """)
        : host.DueWork.Where(d => d.DueAt <= now && (d.LeasedUntil == null || d.LeasedUntil < now)).OrderBy(d => d.ServedAt).ThenBy(d => d.DueAt).Take(most);

    private async Task PutAsync(Func<HostDb, Task<int>> update, Func<DueWork> make)
    {
        try
        {
            await OnceAsync();
        }
        catch (DbUpdateException) { await OnceAsync(); }       // another save of this tenant made the row a moment earlier

        async Task OnceAsync()
        {
            await using var host = Open();
            await host.WriteAsync(async () =>
            {
                if (await update(host) > 0) return;
                host.Add(make());
                await host.SaveChangesAsync();
            });
        }
    }

    private async Task TellAsync()
    {
        await using var host = Open();
        await host.WriteAsync(() => host.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, '')"));
    }

    private HostDb Open() => databases.OpenHostApart("agenda", clock);
}
