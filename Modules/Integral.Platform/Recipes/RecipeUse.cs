using Integral.Platform.Audit;
using Integral.Platform.Changes;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Recipes;

/// <summary>Runs a recipe in a tenant that is there already, or tries it out.</summary>
public sealed class RecipeUse
{
    private readonly RecipeRuns runs;
    private readonly HostPart host;
    private readonly TenantUpgrades upgrades;
    private readonly Agenda agenda;
    private readonly Trail trail;

    internal RecipeUse(RecipeRuns runs, HostPart host, TenantUpgrades upgrades, Agenda agenda, Trail trail) =>
        (this.runs, this.host, this.upgrades, this.agenda, this.trail) = (runs, host, upgrades, agenda, trail);

    /// <param name="isPlan">Do it all, say what it did, and undo it.</param>
    /// <exception cref="RecipeException">Something isn't known here and the run isn't lenient: nothing is written.</exception>
    public async Task<DeploymentReport> RunAsync(Tenant tenant, RecipeFile recipe, bool isLenient, bool isPlan = false)
    {
        tenant = await upgrades.RequireAsync(tenant);
        var set = isPlan ? null : ChangeSet.Of(trail, tenant.Id, T.Say("Recipe '{0}'", recipe.Name.Length > 0 ? recipe.Name : recipe.File), ChangeSets.UndoOthers);
        if (set is not null) await agenda.ComeBackAsync(tenant.Id, DueWork.ChangeSets, set.At + ChangeSet.Kept);
        var run = await runs.FollowAsync(tenant, recipe, isPlan ? RecipeMode.Plan : isLenient ? RecipeMode.Lenient : RecipeMode.Strict, last: RehearseAsync, set: set);
        if (!isPlan) await host.WriteAsync([run], (done, row, features) => row.Furnish(features, done.TimeZone), set: set);
        return new(await host.ShownAsync(tenant), run.Done, run.Problems);
    }

    private Task RehearseAsync(RecipeRun run)
    {
        Rule.Require(run.Children.Count == 0, "A recipe with institutions of its own is for a new one: use it to create a tenant.");
        return host.RehearseAsync(run);
    }
}
