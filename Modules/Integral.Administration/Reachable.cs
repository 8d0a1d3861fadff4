namespace Integral.Administration;

/// <summary>The second of the two checks on every record: it is the current tenant or below it. The first is the page's permission.</summary>
internal static class Reachable
{
    /// <exception cref="NotFoundException">There is none, or it is elsewhere in the tree.</exception>
    public static Tenant Reach(this Catalogue catalogue, Guid id, Current current)
    {
        var tenant = catalogue.Of(id);
        if (tenant is null or { State: TenantState.Creating } || !catalogue.IsAtOrBelow(tenant, current.Tenant.Id)) throw new NotFoundException();
        return tenant;
    }

    /// <summary>The current tenant and all below it, in the order of the tree.</summary>
    public static IEnumerable<Tenant> Within(this Catalogue catalogue, Current current) => catalogue.Below(current.Tenant).Prepend(current.Tenant);
}
