using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Changes;

/// <summary>Erases what rows were before mass actions that can't be undone any more. The sets themselves stay a month, as a list of what was done.</summary>
internal sealed class ChangeSetExpiry(ITenantRunner runner, TimeProvider clock) : IDueTurn
{
    private static readonly TimeSpan Listed = TimeSpan.FromDays(30);

    public string Kind => DueWork.ChangeSets;

    public Task<Left> ServeAsync(Tenant tenant, CancellationToken stopping) => runner.RunAsync(tenant, "change sets", async services =>
    {
        var (now, db) = (clock.GetUtcNow().UtcDateTime, services.GetRequiredService<Db>());
        var (since, listed) = (now - ChangeSet.Kept, now - Listed);
        await db.WriteAsync(async () =>
        {
            await db.Set<ChangeRecord>().Where(r => db.Set<ChangeSet>().Any(s => s.Id == r.ChangeSetId && s.At <= since)).ExecuteDeleteAsync(stopping);
            await db.Set<ChangeSet>().Where(s => s.At <= listed).ExecuteDeleteAsync(stopping);
        }, stopping);
        var host = services.GetRequiredService<HostDb>();
        await host.WriteAsync(() => host.Set<HostChangeRecord>().Where(r => r.TenantId == tenant.Id && r.At <= since).ExecuteDeleteAsync(stopping), stopping);
        var oldest = await db.Set<ChangeSet>().MinAsync(s => (DateTime?)s.At, stopping);
        var next = await db.Set<ChangeSet>().Where(s => s.At > since).MinAsync(s => (DateTime?)s.At, stopping);
        return oldest is null ? Left.Nothing : new(0, null, next + ChangeSet.Kept ?? oldest + Listed);
    });
}
