using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Security;

/// <summary>Remembers who was seen where and writes it down now and then, so that reading a page writes nothing.</summary>
internal sealed class SessionActivity(Databases databases, TimeProvider clock, ILogger<SessionActivity> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, (DateTime At, string Address)> sessions = new();
    private readonly ConcurrentDictionary<Guid, DateTime> tenants = new();

    public void Seen(SessionRow session, Guid tenant, DateTime now, IPAddress? from)
    {
        if (now - session.SeenAt > Every) sessions[session.SessionId] = (now, from?.ToString() ?? "");
        if (!tenants.TryGetValue(tenant, out var known) || now - known > Every) tenants[tenant] = now;
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await WriteAsync(stopping);
            }
            catch (Exception trouble) when (trouble is DbException or DbUpdateException or IOException or InvalidOperationException)
            {
                log.LogWarning(trouble, "Who was seen where can't be written down now; trying again in 30 seconds.");
            }
        }
    }

    internal async Task WriteAsync(CancellationToken cancel = default)
    {
        if (sessions.IsEmpty && tenants.IsEmpty) return;
        await using var host = databases.OpenHost("activity", clock);
        var seen = Taken(sessions);
        var ids = seen.Keys.ToList();
        foreach (var session in await host.Sessions.Where(s => ids.Contains(s.Id)).ToListAsync(cancel))
            (session.SeenAt, session.Address) = seen[session.Id];

        var used = Taken(tenants);
        var existing = await host.Activity.Where(a => used.Keys.ToList().Contains(a.TenantId)).ToDictionaryAsync(a => a.TenantId, cancel);
        foreach (var (tenant, at) in used)
        {
            if (existing.TryGetValue(tenant, out var row)) row.UsedAt = at;
            else host.Activity.Add(new() { TenantId = tenant, UsedAt = at });
        }
        await host.SaveChangesAsync(cancel);
    }

    private static Dictionary<Guid, T> Taken<T>(ConcurrentDictionary<Guid, T> from)
    {
        var taken = new Dictionary<Guid, T>();
        foreach (var key in from.Keys) if (from.TryRemove(key, out var value)) taken[key] = value;
        return taken;
    }
}
