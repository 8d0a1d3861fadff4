using Integral.Platform.Audit;
using Integral.Platform.Changes;
using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Recipes;

/// <summary>What runs leave for the host's database: written last, in the one transaction that makes their result visible (decision 6).</summary>
internal sealed class HostPart(Databases databases, FeatureSwitches switches, Catalogue catalogue, Trail trail)
{
    /// <param name="show">What becomes of a tenant's row, given the features it has from now on.</param>
    /// <param name="last">What is written after all of them.</param>
    /// <param name="set">What it belongs to if it can be undone later.</param>
    public async Task WriteAsync(IReadOnlyList<RecipeRun> runs, Action<RecipeRun, Tenant, IReadOnlySet<string>> show, Func<HostDb, Task>? last = null, ChangeSet? set = null)
    {
        await using var host = Open(runs);
        if (set is not null) host.Unit.Recorder = ChangeRecorder.OfHost(set);
        await host.WriteAsync(async () =>
        {
            await DoAsync(host, runs, show);
            if (last is not null) await last(host);
            await host.SaveChangesAsync();
        });
    }

    /// <summary>The tenant as everyone sees it now.</summary>
    public async Task<Tenant> ShownAsync(Tenant tenant)
    {
        await catalogue.RefreshAsync();
        return catalogue.Of(tenant.Id) ?? tenant;
    }

    /// <summary>Does the same and undoes it: a rule that would refuse it refuses while the tenant's data can still be undone too.</summary>
    public async Task RehearseAsync(RecipeRun run)
    {
        await using var host = Open([run]);
        try
        {
            await host.WriteAsync(async () =>
            {
                await DoAsync(host, [run], (_, _, _) => { });
                throw new RehearsedException();
            });
        }
        catch (RehearsedException) { }
    }

    private async Task DoAsync(HostDb host, IReadOnlyList<RecipeRun> runs, Action<RecipeRun, Tenant, IReadOnlySet<string>> show)
    {
        foreach (var run in runs)
        {
            foreach (var work in run.HostWork) await work(host);
            await host.SaveChangesAsync();
            var row = await host.Tenants.SingleAsync(t => t.Id == run.Tenant.Id);
            show(run, row, switches.After(row.Features, [.. run.SwitchedOn], [.. run.SwitchedOff]));
            host.Entry(row).State = EntityState.Modified;       // what is cached for the tenant is stale even if its row is as it was
        }
    }

    private HostDb Open(IReadOnlyList<RecipeRun> runs) => databases.OpenHost(() => runs is [var one] ? trail with { TenantId = one.Tenant.Id } : trail);

    private sealed class RehearsedException : Exception;
}
