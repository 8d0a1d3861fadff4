using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>Takes an address for a tenant that is being made, by a row that isn't seen, and gives it back when nothing comes of it.</summary>
internal sealed class Reservations(Catalogue catalogue, TenantAddresses addresses, Databases databases, TenantStorage storage, Trail trail)
{
    /// <exception cref="RuleException">The address, host, parent, language, zone or name can't be had.</exception>
    public Task<Tenant> TakeAsync(NewTenant wanted, RecipeFile recipe) => TakeAsync(new Tenant
    {
        Name = wanted.Name.Trim(), Path = wanted.Path, Kind = wanted.Kind ?? KindOf(recipe), Culture = wanted.Culture, TimeZone = wanted.TimeZone, Code = wanted.Code,
        ParentId = Above(wanted.Path, wanted.ParentId), CreatedAt = trail.Now, Schema = storage.Stamp, Server = storage.ServerCalled(wanted.Server),
    }, wanted.Host is { } own ? [own] : []);

    /// <summary>The same for one that was somewhere before. A tombstone of its id gives way: it comes back.</summary>
    public async Task<Tenant> TakeAsync(Tenant tenant, IReadOnlyList<string> hosts)
    {
        Check(tenant);
        storage.Claim(tenant);
        try
        {
            await using var host = databases.OpenHost(() => trail with { TenantId = tenant.Id });
            await host.WriteAsync(async () =>
            {
                await host.Tenants.Where(t => t.Id == tenant.Id && t.State == TenantState.Removed).ExecuteDeleteAsync();
                if (hosts.Count > 0) await GiveHostsAsync(host, tenant, hosts);
                host.Add(tenant);
                await host.SaveChangesAsync();
            });
            return tenant;
        }
        catch
        {
            storage.Unclaim(tenant);
            throw;
        }
    }

    /// <summary>The migrations that new data have had.</summary>
    public string Stamp => storage.Stamp;

    /// <summary>What a new tenant stands under if nothing else is said.</summary>
    public Guid? Above(string path, Guid? parent) => path.Length == 0 ? null : parent ?? catalogue.Root?.Id;

    /// <summary>Those of the host names that can be had.</summary>
    public async Task<IReadOnlyList<string>> FreeOfAsync(IEnumerable<string> hosts)
    {
        await using var host = databases.OpenHost(() => trail);
        var promised = await HostNames.PromisedAsync(host);
        return [.. hosts.Where(IsFree)];

        bool IsFree(string name)
        {
            try
            {
                return HostNames.Free([name], promised, addresses).Count == 1;
            }
            catch (RuleException) { return false; }
        }
    }

    /// <exception cref="RuleException">There is no such server in the settings.</exception>
    public string ServerCalled(string? name) => storage.ServerCalled(name);

    /// <summary>Database servers that a tenant can be placed on besides the default one.</summary>
    public IReadOnlyList<string> Servers => storage.Servers;

    /// <summary>The tenant's empty database.</summary>
    public Task MakeRoomAsync(Tenant tenant) => storage.MakeAsync(tenant);

    /// <summary>It can be seen: what told of its making is taken away.</summary>
    public void Finish(Tenant tenant) => storage.Unclaim(tenant);

    /// <summary>Takes away all that has been made. Children were made after their parents, so they go first.</summary>
    public async Task GiveBackAsync(IEnumerable<Tenant> tenants)
    {
        foreach (var tenant in tenants.Reverse()) await storage.RemoveAsync(tenant);
    }

    private async Task GiveHostsAsync(HostDb host, Tenant tenant, IReadOnlyList<string> own)
    {
        await CatalogueNumber.HoldAsync(host, default);
        await catalogue.RefreshAsync();
        tenant.Answer(HostNames.Free(own, await HostNames.PromisedAsync(host), addresses));
    }

    private void Check(Tenant tenant)
    {
        if (tenant.Path.Length > 0) addresses.Check(tenant.Path);
        else Rule.Require(catalogue.Root is null, "There is a root tenant already. Name a path for the new one.", "Path");
        Rule.Require(tenant.Path.Length == 0 || tenant.ParentId is not null, "There is no root institution yet. Create it first, with the path /.", "Path");
        // One that is just being made by the same recipe isn't running yet.
        if (tenant.ParentId is { } parent && catalogue.Of(parent) is { State: not TenantState.Creating } above) above.RequireRunning();
        Tenant.CheckCulture(tenant.Culture);
        Tenant.CheckTimeZone(tenant.TimeZone);
        Tenant.CheckName(tenant.Name);
    }

    private static TenantKind KindOf(RecipeFile recipe) =>
        recipe.Tags.Select(t => Enum.TryParse<TenantKind>(t, ignoreCase: true, out var kind) ? kind : (TenantKind?)null).FirstOrDefault(k => k is not null) ?? TenantKind.School;
}
