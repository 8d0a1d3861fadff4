using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>What a deployment or recipe run did.</summary>
public sealed record DeploymentReport(Tenant Tenant, IReadOnlyList<Sentence> Done, IReadOnlyList<RecipeProblem> LeftOut);

/// <summary>
/// Makes tenants, all or nothing (decision 6): a row that reserves the address and isn't seen, then the tenant's data in one transaction,
/// then the host's rows in one transaction that makes it visible. What failed in between is taken away; what a crash left, the sweeper takes.
/// </summary>
public sealed class Deployment
{
    private readonly Databases databases;
    private readonly TenantStorage storage;
    private readonly Catalogue catalogue;
    private readonly TenantAddresses addresses;
    private readonly RecipeShelf shelf;
    private readonly RecipeRunner runner;
    private readonly RouteConflicts conflicts;
    private readonly ModuleCatalog modules;
    private readonly FirstAdministrator administrators;
    private readonly Trail trail;

    internal Deployment(Databases databases, TenantStorage storage, Catalogue catalogue, TenantAddresses addresses, RecipeShelf shelf,
        RecipeRunner runner, RouteConflicts conflicts, ModuleCatalog modules, FirstAdministrator administrators, Trail trail) =>
        (this.databases, this.storage, this.catalogue, this.addresses, this.shelf, this.runner, this.conflicts, this.modules, this.administrators, this.trail) =
        (databases, storage, catalogue, addresses, shelf, runner, conflicts, modules, administrators, trail);

    /// <summary>Database servers that a tenant can be placed on besides the default one.</summary>
    public IReadOnlyList<string> Servers => storage.Servers;

    /// <summary>Deploys a tenant and those its recipe asks for below it.</summary>
    /// <exception cref="RuleException">The address, host or parent can't be had.</exception>
    /// <exception cref="RecipeException">The recipe can't be run; nothing is left behind.</exception>
    public async Task<DeploymentReport> CreateAsync(NewTenant wanted, bool isLenient = false, bool allowPath = false, IProgress<WorkStep>? progress = null)
    {
        var (made, reserved) = (new List<RecipeRun>(), new List<Tenant>());
        try
        {
            await MakeAsync(wanted, isLenient, allowPath, made, reserved, progress);
            progress?.Report(new(90, T.Say("Opening the site")));
            await ShowAsync(made, wanted);
        }
        catch
        {
            foreach (var tenant in reserved.AsEnumerable().Reverse()) await storage.RemoveAsync(tenant);
            throw;
        }
        await catalogue.RefreshAsync();
        progress?.Report(new(100, T.Say("Ready")));
        return new(catalogue.Of(made[0].Tenant.Id)!, [.. made.SelectMany(r => r.Done)], [.. made.SelectMany(r => r.Problems)]);
    }

    private async Task MakeAsync(NewTenant wanted, bool isLenient, bool allowPath, List<RecipeRun> made, List<Tenant> reserved, IProgress<WorkStep>? progress)
    {
        var recipe = shelf.Find(wanted.Recipe, allowPath);
        progress?.Report(new(5, T.Say("Reserving the address of {0}", wanted.Name)));
        var tenant = await ReserveAsync(wanted, recipe);
        reserved.Add(tenant);
        progress?.Report(new(Math.Min(80, 10 + made.Count * 10), T.Say("Making the database of {0}", wanted.Name)));
        await storage.MakeAsync(tenant);
        await using var db = databases.Open(tenant, () => trail with { TenantId = tenant.Id });
        var run = new RecipeRun(tenant, db, RecipeParameters.Of(wanted), storage.Temporary(tenant));
        made.Add(run);
        progress?.Report(new(Math.Min(85, 20 + made.Count * 10), T.Say("Following the recipe of {0}", wanted.Name)));
        await db.WriteAsync(() => runner.RunAsync(recipe, run, isLenient));
        run.Features.UnionWith(modules.Complete([]));
        conflicts.Check(run.Features);
        foreach (var child in run.Children) await MakeAsync(child.Tenant with { Server = tenant.Server }, isLenient, allowPath, made, reserved, progress);
    }

    private async Task<Tenant> ReserveAsync(NewTenant wanted, RecipeFile recipe)
    {
        if (wanted.Path.Length > 0) addresses.Check(wanted.Path);
        else Rule.Require(catalogue.Root is null, "There is a root tenant already. Name a path for the new one.", "Path");
        Tenant.CheckCulture(wanted.Culture);
        Tenant.CheckTimeZone(wanted.TimeZone);
        Tenant.CheckName(wanted.Name);
        var server = storage.ServerCalled(wanted.Server);

        var tenant = new Tenant
        {
            Name = wanted.Name.Trim(), Path = wanted.Path, Kind = wanted.Kind ?? KindOf(recipe), Culture = wanted.Culture, TimeZone = wanted.TimeZone, Code = wanted.Code,
            ParentId = wanted.Path.Length == 0 ? null : wanted.ParentId ?? catalogue.Root?.Id, CreatedAt = trail.Now, Schema = storage.Stamp, Server = server,
        };
        await using var host = databases.OpenHost(() => trail with { TenantId = tenant.Id });
        await host.WriteAsync(async () =>
        {
            if (wanted.Host is { } own) await GiveHostAsync(host, tenant, own);
            host.Add(tenant);
            await host.SaveChangesAsync();
        });
        return tenant;
    }

    private async Task GiveHostAsync(HostDb host, Tenant tenant, string own)
    {
        await CatalogueNumber.HoldAsync(host, default);
        await catalogue.RefreshAsync();
        tenant.Answer(HostNames.Free([own], await HostNames.PromisedAsync(host), addresses));
    }

    private async Task ShowAsync(List<RecipeRun> made, NewTenant wanted)
    {
        var administrator = await administrators.PrepareAsync(wanted);
        await using var host = databases.OpenHost(() => trail);
        await host.WriteAsync(async () =>
        {
            foreach (var run in made)
            {
                foreach (var work in run.HostWork) await work(host);
                await host.SaveChangesAsync();
                var row = await host.Tenants.SingleAsync(t => t.Id == run.Tenant.Id);
                row.Open(run.Features, run.TimeZone);
                storage.Keep(run);
            }
            if (administrator is not null) await administrator(host, made[0].Tenant);
            await host.SaveChangesAsync();
        });
    }

    private static TenantKind KindOf(RecipeFile recipe) =>
        recipe.Tags.Select(t => Enum.TryParse<TenantKind>(t, ignoreCase: true, out var kind) ? kind : (TenantKind?)null).FirstOrDefault(k => k is not null) ?? TenantKind.School;
}
