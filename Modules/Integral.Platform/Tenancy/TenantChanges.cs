using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>
/// Changes of tenants as the screens, the API and the command line make them. Each takes effect on all nodes without a restart.
/// <c>version</c> is the one the person saw; a newer one in the database refuses the change.
/// </summary>
public sealed class TenantChanges
{
    /// <summary>The permission to make them.</summary>
    public const string Manage = "tenants.manage";

    private readonly HostDb host;
    private readonly Catalogue catalogue;
    private readonly TenantAddresses addresses;
    private readonly FeatureSwitches switches;
    private readonly Rights rights;
    private readonly TenantUpgrades upgrades;

    internal TenantChanges(HostDb host, Catalogue catalogue, TenantAddresses addresses, FeatureSwitches switches, Rights rights, TenantUpgrades upgrades) =>
        (this.host, this.catalogue, this.addresses, this.switches, this.rights, this.upgrades) = (host, catalogue, addresses, switches, rights, upgrades);

    public Task<Tenant> SetAsync(Guid id, TenantSettings settings, long? version = null) => ChangeAsync(id, version, async tenant =>
    {
        if (settings.Name is { } name) tenant.Rename(name);
        if (settings.Culture is { } culture) tenant.Speak(culture);
        if (settings.TimeZone is { } zone) tenant.LiveIn(zone);
        if (settings.Hosts is not { } said) return;
        tenant.Answer(HostNames.Free(said, await HostNames.PromisedAsync(host), addresses, except: id));
    });

    /// <summary>Places it under another one, with all that is below it. Rights and figures follow at once.</summary>
    /// <exception cref="NotAllowedException">The person may not do this at the destination.</exception>
    public async Task<Tenant> MoveAsync(Guid id, Guid parentId, long? version = null)
    {
        await RequireDestinationAsync(parentId);
        return await ChangeAsync(id, version, tenant => tenant.MoveUnder(Known(parentId), catalogue));
    }

    /// <summary>Gives it another path. Links to the former one lead nowhere from now on.</summary>
    public Task<Tenant> MoveToAsync(Guid id, string path, long? version = null) => ChangeAsync(id, version, tenant =>
    {
        addresses.Check(path, except: id);
        tenant.MoveTo(path);
    });

    public Task<Tenant> SwitchAsync(Guid id, IReadOnlyCollection<string> on, IReadOnlyCollection<string> off, long? version = null) =>
        ChangeAsync(id, version, tenant => tenant.Switch(switches.After(tenant.Features, on, off)));

    public Task<Tenant> DisableAsync(Guid id, long? version = null) => ChangeAsync(id, version, tenant =>
    {
        rights.RequireFromAbove(id);
        tenant.Disable();
    });

    /// <exception cref="RuleException">It is on, but its data still can't be brought to this version.</exception>
    public async Task<Tenant> EnableAsync(Guid id, long? version = null) => await upgrades.RetryAsync(await ChangeAsync(id, version, tenant => tenant.Enable()));

    /// <summary>Says what everybody may know of it, after its own database has been told: institutions above show it from here.</summary>
    public Task<Tenant> PresentAsync(Guid id, string profile) => ChangeAsync(id, null, tenant =>
    {
        tenant.Present(profile);
        host.Entry(tenant).Property(t => t.Version).IsModified = true;
    });

    /// <summary>Says that everything cached for it is stale, after a change of what it shows to everybody.</summary>
    public Task<Tenant> TouchAsync(Guid id) => ChangeAsync(id, null, tenant => host.Entry(tenant).Property(t => t.Version).IsModified = true);

    /// <summary>Says that only those of its public pages are stale which show one of these texts, as <see cref="Web.PageSources"/> names them.</summary>
    public async Task TouchAsync(Guid id, IReadOnlyCollection<string> texts)
    {
        await host.WriteAsync(async () =>
        {
            await CatalogueNumber.HoldAsync(host, default);     // nobody else adds a text meanwhile
            var row = await host.Tenants.SingleOr404Async(t => t.Id == id);
            row.Touch(texts);
            host.Entry(row).Property(t => t.Version).IsModified = true;
            await host.SaveChangesAsync();
        });
        await catalogue.RefreshAsync();
    }

    /// <summary>May the person place something under this one? Checked for a move and for a new tenant (abuse case A3).</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="NotAllowedException">Not there.</exception>
    public async Task RequireDestinationAsync(Guid parentId)
    {
        var parent = Known(parentId);
        if (!await rights.MayAsync(Manage, parent)) throw new NotAllowedException();
        parent.RequireRunning();
    }

    internal Task<Tenant> ChangeAsync(Guid id, long? version, Action<Tenant> change) => ChangeAsync(id, version, tenant =>
    {
        change(tenant);
        return Task.CompletedTask;
    });

    // The number's row is held, so the catalogue read here is exactly what the database says until this commits: rules may ask it.
    private async Task<Tenant> ChangeAsync(Guid id, long? version, Func<Tenant, Task> change)
    {
        await host.WriteAsync(async () =>
        {
            await CatalogueNumber.HoldAsync(host, default);
            await catalogue.RefreshAsync();
            var row = await host.Tenants.SingleOr404Async(t => t.Id == id && t.State != TenantState.Creating && t.State != TenantState.Removed);
            if (version is { } seen && row.Version != seen) throw new DbUpdateConcurrencyException();
            await change(row);
            await host.SaveChangesAsync();
        });
        await catalogue.RefreshAsync();
        return Known(id);
    }

    private Tenant Known(Guid id) => catalogue.Of(id) is { State: not TenantState.Creating } tenant ? tenant : throw new NotFoundException();
}
