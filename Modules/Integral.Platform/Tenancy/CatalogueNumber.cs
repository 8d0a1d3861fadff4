using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>
/// One increasing number. Whoever changes a tenant or a role takes the next one in the same transaction and stamps the row with it;
/// nodes ask for what is newer than what they have. The row's lock makes the order of numbers the order of commits.
/// </summary>
internal sealed class CatalogueNumber
{
    public const string Channel = "integral_catalogue";

    public int Id { get; init; }
    public long Value { get; set; }

    /// <summary>
    /// Lets no other change of the catalogue commit before this transaction ends: what it then reads of the catalogue stays true,
    /// so that two moves at once can't make a circle.
    /// </summary>
    public static Task HoldAsync(HostDb host, CancellationToken cancel) => host.Numbers.ExecuteUpdateAsync(n => n.SetProperty(x => x.Value, x => x.Value), cancel);

    public static async Task StampAsync(HostDb host, CancellationToken cancel)
    {
        host.ChangeTracker.DetectChanges();
        var tenants = host.ChangeTracker.Entries<Tenant>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        var roles = host.ChangeTracker.Entries<RoleDefinition>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        if (tenants.Count + roles.Count == 0) return;

        await host.Numbers.ExecuteUpdateAsync(n => n.SetProperty(x => x.Value, x => x.Value + 1), cancel);
        var number = await host.Numbers.Select(n => n.Value).SingleAsync(cancel);
        foreach (var tenant in tenants) tenant.Entity.Stamp(number);
        foreach (var role in roles) role.Entity.Version = number;
        if (host.Database.IsNpgsql()) await host.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {number.ToString(System.Globalization.CultureInfo.InvariantCulture)})", cancel);
    }
}
