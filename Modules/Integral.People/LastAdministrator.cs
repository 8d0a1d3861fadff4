namespace Integral.People;

/// <summary>Keeps somebody in every institution who can let others in.</summary>
internal static class LastAdministrator
{
    /// <summary>
    /// Locks the institution's row until the transaction ends: two administrators who remove each other at the same moment come one after the other.
    /// </summary>
    public static Task TakeTurnAsync(HostDb host, IReadOnlyCollection<Guid> tenants) =>
        host.Tenants.Where(t => EF.Parameter(tenants).Contains(t.Id)).ExecuteUpdateAsync(t => t.SetProperty(x => x.Name, x => x.Name));

    /// <summary>Tenants among the given ones that have an administrator of their own on the day it is there.</summary>
    /// <param name="manages">Do these roles let one manage people in that tenant?</param>
    public static async Task<HashSet<Guid>> AdministeredAsync(HostDb host, Catalogue catalogue, IReadOnlyCollection<Guid> tenants, DateTime now, Func<Tenant, List<string>, bool> manages)
    {
        var rows = await (from m in host.Memberships.AsNoTracking()
                          where EF.Parameter(tenants).Contains(m.TenantId)
                          join a in host.Users.AsNoTracking() on m.AccountId equals a.Id
                          where a.BlockedAt == null
                          select new { m.TenantId, m.Roles, m.FromOn, m.UntilOn }).Distinct().ToListAsync();       // a large school has a handful of kinds
        return [.. rows.Where(r => catalogue.Of(r.TenantId) is { } tenant && tenant.Zone.DayOf(now) is var today && (r.FromOn is null || r.FromOn <= today) && (r.UntilOn is null || today <= r.UntilOn) && manages(tenant, r.Roles)).Select(r => r.TenantId)];
    }

    /// <exception cref="RuleException">Somewhere nobody would be left.</exception>
    public static void Require(HashSet<Guid> before, HashSet<Guid> after) =>
        Rule.Require(before.IsSubsetOf(after), "This is the last administrator of the institution. Make somebody else one first.");
}
