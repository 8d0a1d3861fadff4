using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Recipes;

namespace Integral.Platform.Tenancy;

/// <summary>Takes an address for a tenant that is being made, by a row that isn't seen, and gives it back when nothing comes of it.</summary>
internal sealed class Reservations(Catalogue catalogue, TenantAddresses addresses, Databases databases, TenantStorage storage, Trail trail)
{
    /// <exception cref="RuleException">The address, host, parent, language, zone or name can't be had.</exception>
    public async Task<Tenant> TakeAsync(NewTenant wanted, RecipeFile recipe)
    {
        Check(wanted);
        var tenant = new Tenant
        {
            Name = wanted.Name.Trim(), Path = wanted.Path, Kind = wanted.Kind ?? KindOf(recipe), Culture = wanted.Culture, TimeZone = wanted.TimeZone, Code = wanted.Code,
            ParentId = wanted.Path.Length == 0 ? null : wanted.ParentId ?? catalogue.Root?.Id, CreatedAt = trail.Now, Schema = storage.Stamp, Server = storage.ServerCalled(wanted.Server),
        };
        storage.Claim(tenant);
        try
        {
            await using var host = databases.OpenHost(() => trail with { TenantId = tenant.Id });
            await host.WriteAsync(async () =>
            {
                if (wanted.Host is { } own) await GiveHostAsync(host, tenant, own);
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

    private async Task GiveHostAsync(HostDb host, Tenant tenant, string own)
    {
        await CatalogueNumber.HoldAsync(host, default);
        await catalogue.RefreshAsync();
        tenant.Answer(HostNames.Free([own], await HostNames.PromisedAsync(host), addresses));
    }

    private void Check(NewTenant wanted)
    {
        if (wanted.Path.Length > 0) addresses.Check(wanted.Path);
        else Rule.Require(catalogue.Root is null, "There is a root tenant already. Name a path for the new one.", "Path");
        Rule.Require(wanted.Path.Length == 0 || wanted.ParentId is not null || catalogue.Root is not null, "There is no root institution yet. Create it first, with the path /.", "Path");
        // One that is just being made by the same recipe isn't running yet.
        if (wanted.ParentId is { } parent && catalogue.Of(parent) is { State: not TenantState.Creating } above) above.RequireRunning();
        Tenant.CheckCulture(wanted.Culture);
        Tenant.CheckTimeZone(wanted.TimeZone);
        Tenant.CheckName(wanted.Name);
    }

    private static TenantKind KindOf(RecipeFile recipe) =>
        recipe.Tags.Select(t => Enum.TryParse<TenantKind>(t, ignoreCase: true, out var kind) ? kind : (TenantKind?)null).FirstOrDefault(k => k is not null) ?? TenantKind.School;
}
