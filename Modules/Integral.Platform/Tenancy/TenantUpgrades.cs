using System.Collections.Concurrent;
using System.Data.Common;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Tenancy;

/// <summary>Brings a tenant's file to the running code's tables when it is first touched. One that fails is marked, the host goes on.</summary>
internal sealed class TenantUpgrades(Migrator migrations, Databases databases, Catalogue catalogue, TimeProvider clock, ILogger<TenantUpgrades> log)
{
    private readonly ConcurrentDictionary<Guid, Lazy<Task<bool>>> running = new();

    /// <summary>The tenant with its tables as the running code wants them. Work outside a request comes through here.</summary>
    /// <exception cref="RuleException">They can't be brought there.</exception>
    public async ValueTask<Tenant> RequireAsync(Tenant tenant)
    {
        if (!await ReadyAsync(tenant)) throw new RuleException(T.Say("The data of '{0}' can't be brought to this version. The institution is marked; its row says why.", tenant.Name));
        return Now(tenant);
    }

    /// <summary>The catalogue's row as it is after an upgrade.</summary>
    public Tenant Now(Tenant tenant) => catalogue.Of(tenant.Id) ?? tenant;

    public ValueTask<bool> ReadyAsync(Tenant tenant) =>
        databases.Provider == Provider.PostgreSql || tenant.Schema == migrations.Stamp ? ValueTask.FromResult(true) : new(UpgradeOnceAsync(tenant));

    private async Task<bool> UpgradeOnceAsync(Tenant tenant)
    {
        try
        {
            return await running.GetOrAdd(tenant.Id, _ => new(() => UpgradeAsync(tenant))).Value;
        }
        finally { running.TryRemove(tenant.Id, out _); }
    }

    private async Task<bool> UpgradeAsync(Tenant tenant)
    {
        if (Now(tenant).Schema == migrations.Stamp) return true;      // another one did it since this tenant was looked up
        string? trouble = null;
        try
        {
            await migrations.UpgradeAsync(tenant);
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or IOException)
        {
            log.LogError(failure, "The data of tenant {Tenant} can't be brought to this version.", tenant.Path);
            trouble = failure.Message;
        }
        await using var host = databases.OpenHost("upgrade", clock, tenant.Id);
        var row = await host.Tenants.SingleAsync(t => t.Id == tenant.Id);
        if (trouble is null) row.Schema = migrations.Stamp;
        else (row.State, row.Trouble) = (TenantState.NeedsAttention, trouble[..Math.Min(trouble.Length, 1000)]);
        await host.SaveChangesAsync();
        await catalogue.RefreshAsync();
        return trouble is null;
    }
}
