using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Recipes;

/// <summary>Runs a recipe in a tenant that is there already, or tries it out.</summary>
public sealed class RecipeUse
{
    private readonly Databases databases;
    private readonly TenantStorage storage;
    private readonly TenantUpgrades upgrades;
    private readonly Catalogue catalogue;
    private readonly RecipeRunner runner;
    private readonly RouteConflicts conflicts;
    private readonly Trail trail;

    internal RecipeUse(Databases databases, TenantStorage storage, TenantUpgrades upgrades, Catalogue catalogue, RecipeRunner runner, RouteConflicts conflicts, Trail trail) =>
        (this.databases, this.storage, this.upgrades, this.catalogue, this.runner, this.conflicts, this.trail) = (databases, storage, upgrades, catalogue, runner, conflicts, trail);

    /// <param name="isPlan">Do it all, say what it did, and undo it.</param>
    /// <exception cref="RecipeException">Something isn't known here and the run isn't lenient: nothing is written.</exception>
    public async Task<DeploymentReport> RunAsync(Tenant tenant, RecipeFile recipe, bool isLenient, bool isPlan = false)
    {
        tenant = await upgrades.RequireAsync(tenant);
        await using var db = databases.Open(tenant, () => trail with { TenantId = tenant.Id });
        var run = new RecipeRun(tenant, db, await RecipeParameters.OfAsync(tenant, db), storage.Temporary(tenant));
        try
        {
            await db.WriteAsync(() => FollowAsync(recipe, run, isLenient, isPlan));
            await ShowAsync(run);
        }
        catch (PlannedException) { }    // a plan ends by undoing its transaction
        finally { TenantStorage.Discard(run); }
        await catalogue.RefreshAsync();
        return new(catalogue.Of(tenant.Id) ?? tenant, run.Done, run.Problems);
    }

    private async Task FollowAsync(RecipeFile recipe, RecipeRun run, bool isLenient, bool isPlan)
    {
        await runner.RunAsync(recipe, run, isLenient || isPlan);
        Rule.Require(run.Children.Count == 0, "A recipe with institutions of its own is for a new one: use it to create a tenant.");
        conflicts.Check(run.Features);
        if (isPlan) throw new PlannedException();
    }

    private async Task ShowAsync(RecipeRun run)
    {
        await using var host = databases.OpenHost(() => trail with { TenantId = run.Tenant.Id });
        await host.WriteAsync(async () =>
        {
            foreach (var work in run.HostWork) await work(host);
            await host.SaveChangesAsync();
            var row = await host.Tenants.SingleAsync(t => t.Id == run.Tenant.Id);
            row.Furnish(run.Features, run.TimeZone);
            host.Entry(row).State = EntityState.Modified;       // what is cached for the tenant is stale even if its row is as it was
            storage.Keep(run);
            await host.SaveChangesAsync();
        });
    }

    private sealed class PlannedException : Exception;
}
