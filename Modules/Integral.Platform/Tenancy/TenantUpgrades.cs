using System.Collections.Concurrent;
using System.Data.Common;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Tenancy;

/// <summary>Brings a tenant's file to the running code's tables when it is first touched. One that fails is marked, the host goes on.</summary>
internal sealed class TenantUpgrades(Migrator migrations, FileUpgrade files, Databases databases, Catalogue catalogue, TimeProvider clock, ILogger<TenantUpgrades> log)
{
    private static readonly TimeSpan PutOffFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Lazy<Task<bool>>> running = new();
    private readonly ConcurrentDictionary<Guid, (DateTime Until, Sentence Why)> putOff = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Those whose files are still of another version and haven't failed.</summary>
    public IReadOnlyList<Tenant> Pending => databases.Provider == Provider.PostgreSql ? [] :
        [.. catalogue.All.Where(t => t.Schema != migrations.Stamp && t.Trouble is null && t.State is TenantState.Running or TenantState.Disabled)];

    /// <summary>The tenant with its tables as the running code wants them. Work outside a request comes through here.</summary>
    /// <exception cref="RuleException">They can't be brought there.</exception>
    public async ValueTask<Tenant> RequireAsync(Tenant tenant)
    {
        if (!await ReadyAsync(tenant)) throw new RuleException(putOff.TryGetValue(tenant.Id, out var wait) ? wait.Why : T.Say("The data of '{0}' can't be brought to this version. The institution is marked; its row says why.", tenant.Name));
        return Of(tenant);
    }

    /// <summary>The catalogue's row as it is after an upgrade.</summary>
    public Tenant Of(Tenant tenant) => catalogue.Of(tenant.Id) ?? tenant;

    public ValueTask<bool> ReadyAsync(Tenant tenant) =>
        databases.Provider == Provider.PostgreSql || tenant.Schema == migrations.Stamp ? ValueTask.FromResult(true) : new(UpgradeOnceAsync(tenant));

    /// <summary>Somebody has removed the cause: it is tried again at once.</summary>
    public ValueTask<Tenant> RetryAsync(Tenant tenant)
    {
        putOff.TryRemove(tenant.Id, out _);
        return RequireAsync(tenant);
    }

    private async Task<bool> UpgradeOnceAsync(Tenant tenant)
    {
        if (putOff.TryGetValue(tenant.Id, out var wait) && Now < wait.Until) return false;
        try
        {
            return await running.GetOrAdd(tenant.Id, _ => new(() => UpgradeAsync(tenant))).Value;
        }
        finally { running.TryRemove(tenant.Id, out _); }
    }

    private async Task<bool> UpgradeAsync(Tenant tenant)
    {
        if (Of(tenant).Schema == migrations.Stamp) return true;      // another one did it since this tenant was looked up
        string? trouble = null;
        try
        {
            await files.RunAsync(tenant.Id, CancellationToken.None);
        }
        catch (Exception passing) when (passing is RuleException || DiskTrouble.IsFull(passing))
        {
            log.LogWarning(passing, "The data of tenant {Tenant} can't be brought to this version now; trying again in a minute.", tenant.Path);
            putOff[tenant.Id] = (Now + PutOffFor, (passing as RuleException)?.Sentence ?? DiskTrouble.IsFullNow);
            return false;
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or IOException)
        {
            log.LogError(failure, "The data of tenant {Tenant} can't be brought to this version.", tenant.Path);
            trouble = failure.Message;
        }
        putOff.TryRemove(tenant.Id, out _);
        await NoteAsync(tenant.Id, trouble);
        return trouble is null;
    }

    // One that is switched off stays so: that it failed is seen when it is switched on.
    private async Task NoteAsync(Guid id, string? trouble)
    {
        await using var host = databases.OpenHost("upgrade", clock, id);
        await host.WriteAsync(async () =>
        {
            var row = await host.Tenants.SingleAsync(t => t.Id == id);
            if (trouble is null)
            {
                row.Schema = migrations.Stamp;
                await SharingCatalogue.NoteAsync(host, id, DueWork.Planned, Now, CancellationToken.None);       // new code may find work in what was there before
            }
            else row.Trouble = trouble[..Math.Min(trouble.Length, 1000)];
            if (trouble is not null && row.State == TenantState.Running) row.State = TenantState.NeedsAttention;
            await host.SaveChangesAsync();
        });
        await catalogue.RefreshAsync();
    }
}
