using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Recipes;

namespace Integral.Platform.Tenancy;

/// <summary>What a deployment or recipe run did.</summary>
public sealed record DeploymentReport(Tenant Tenant, IReadOnlyList<Sentence> Done, IReadOnlyList<RecipeProblem> LeftOut);

/// <summary>
/// Makes tenants, all or nothing (decision 6): a row that reserves the address and isn't seen, then the tenant's data in one transaction,
/// then the host's rows in one transaction that makes it visible. What failed in between is taken away; what a crash left, the sweeper takes.
/// </summary>
public sealed class Deployment
{
    private const int DeepestChild = 5, MostTenants = 1000;

    private readonly RecipeShelf shelf;
    private readonly FirstAdministrator administrators;
    private readonly Reservations reservations;
    private readonly RecipeRuns runs;
    private readonly HostPart host;

    internal Deployment(RecipeShelf shelf, FirstAdministrator administrators, Reservations reservations, RecipeRuns runs, HostPart host) =>
        (this.shelf, this.administrators, this.reservations, this.runs, this.host) = (shelf, administrators, reservations, runs, host);

    /// <summary>Database servers that a tenant can be placed on besides the default one.</summary>
    public IReadOnlyList<string> Servers => reservations.Servers;

    /// <summary>Deploys a tenant and those its recipe asks for below it.</summary>
    /// <param name="fill">What is written in its data after its recipe, in the same transaction.</param>
    /// <exception cref="RuleException">The address, host or parent can't be had.</exception>
    /// <exception cref="RecipeException">The recipe can't be run; nothing is left behind.</exception>
    public async Task<DeploymentReport> CreateAsync(NewTenant wanted, bool isLenient = false, bool allowPath = false, IProgress<WorkStep>? progress = null, Func<RecipeRun, Task>? fill = null)
    {
        var recipe = shelf.Find(wanted.Recipe, allowPath);
        var administrator = await administrators.PrepareAsync(wanted);
        var making = new Making(isLenient ? RecipeMode.Lenient : RecipeMode.Strict, progress, fill);
        try
        {
            await MakeAsync(wanted, recipe, making, depth: 0);
            progress?.Report(new(90, T.Say("Opening the site")));
            await host.WriteAsync(making.Runs, (run, row, features) => row.Open(features, run.TimeZone, isOff: wanted.IsOff && row.Id == making.Tenants[0].Id), last: async db =>
            {
                if (administrator is not null) await administrator(db, making.Tenants[0]);
            });
        }
        catch
        {
            await reservations.GiveBackAsync(making.Tenants);
            throw;
        }
        // From here on it can be seen: whatever fails now, nothing is taken back.
        var tenant = await host.ShownAsync(making.Tenants[0]);
        foreach (var made in making.Tenants) reservations.Finish(made);
        progress?.Report(new(100, T.Say("Ready")));
        return new(tenant, [.. making.Runs.SelectMany(r => r.Done)], [.. making.Runs.SelectMany(r => r.Problems)]);
    }

    private async Task MakeAsync(NewTenant wanted, RecipeFile recipe, Making making, int depth)
    {
        making.Say(5, T.Say("Reserving the address of {0}", wanted.Name));
        var tenant = await reservations.TakeAsync(wanted, recipe);
        making.Tenants.Add(tenant);
        making.Say(10, T.Say("Making the database of {0}", wanted.Name));
        await reservations.MakeRoomAsync(tenant);
        making.Say(20, T.Say("Following the recipe of {0}", wanted.Name));
        var run = await runs.FollowAsync(tenant, recipe, making.Mode, RecipeParameters.Of(wanted), depth == 0 ? making.Fill : null);
        making.Runs.Add(run);
        Guard(run, depth, making.Tenants.Count);
        foreach (var child in run.Children) await MakeAsync(child with { Tenant = child.Tenant with { Server = tenant.Server } }, making, depth + 1);
    }

    private async Task MakeAsync(ChildTenant child, Making making, int depth)
    {
        try
        {
            await MakeAsync(child.Tenant, child.Recipe, making, depth);
        }
        catch (RuleException rule) { throw RecipeException.At(child.File, child.Step, T.Say("'{0}': {1}", child.Tenant.Path, rule.Sentence)); }
    }

    // A recipe may ask for a child with itself as the recipe, under another address each time.
    private static void Guard(RecipeRun run, int depth, int made)
    {
        if (run.Children is not [var first, ..]) return;
        if (depth == DeepestChild) throw RecipeException.At(first.File, first.Step, T.Say("More than {0} institutions would stand one below another.", DeepestChild));
        if (made + run.Children.Count > MostTenants) throw RecipeException.At(first.File, first.Step, T.Say("More than {0} institutions would be made at once.", MostTenants));
    }

    /// <summary>What has been made so far, in the order of its making.</summary>
    private sealed record Making(RecipeMode Mode, IProgress<WorkStep>? Progress, Func<RecipeRun, Task>? Fill)
    {
        public List<Tenant> Tenants { get; } = [];
        public List<RecipeRun> Runs { get; } = [];

        public void Say(int percent, Sentence what) => Progress?.Report(new(Math.Min(85, percent + Runs.Count * 10), what));
    }
}
