namespace Integral.People;

/// <summary>Who has which role, here and in the institutions below that take the role from here.</summary>
internal sealed class RoleUse(HostDb host, RoleBook book, Catalogue catalogue, Current current, TimeProvider clock)
{
    /// <summary>How many people here have each role.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync()
    {
        var given = await host.Memberships.AsNoTracking().Where(m => m.TenantId == current.Tenant.Id).Select(m => m.Roles).ToListAsync();
        return given.SelectMany(roles => roles).CountBy(role => role).ToDictionary();
    }

    public async Task<int> CountBelowAsync(string role)
    {
        var tenants = Concerned(role);
        var given = await host.Memberships.AsNoTracking().Where(m => EF.Parameter(tenants).Contains(m.TenantId)).Select(m => m.Roles).ToListAsync();
        return given.Count(roles => roles.Contains(role));
    }

    /// <exception cref="RuleException">With these permissions of the role some institution would be left without an administrator.</exception>
    public async Task RequireAdministratorsAsync(string role, IReadOnlySet<string> permissions)
    {
        if (permissions.Contains(PeopleModule.Manage) || book.Find(current.Tenant, role)?.Permissions.Contains(PeopleModule.Manage) != true) return;
        var tenants = Concerned(role);
        var now = clock.GetUtcNow().UtcDateTime;
        await LastAdministrator.TakeTurnAsync(host, tenants);
        var before = await LastAdministrator.AdministeredAsync(host, catalogue, tenants, now, Manages);
        var after = await LastAdministrator.AdministeredAsync(host, catalogue, tenants, now, (tenant, roles) => Manages(tenant, roles.Where(r => r != role)));
        Rule.Require(before.IsSubsetOf(after), "An institution would be left without anybody who may manage people.");
    }

    private bool Manages(Tenant tenant, IEnumerable<string> roles) => book.Permissions(tenant, [.. roles]).Contains(PeopleModule.Manage);

    // An institution below that has changed the role itself, or lies under one that has, goes by that change.
    private List<Guid> Concerned(string role) =>
        [.. catalogue.Below(current.Tenant).Prepend(current.Tenant)
            .Where(t => book.Find(t, role)?.ChangedAt is not { } at || catalogue.IsAtOrBelow(current.Tenant, at.Id))
            .Select(t => t.Id)];
}
