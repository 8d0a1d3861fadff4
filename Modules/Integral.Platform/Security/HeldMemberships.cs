using Integral.Platform.Tenancy;

namespace Integral.Platform.Security;

/// <summary>Which memberships count.</summary>
public static class HeldMemberships
{
    /// <summary>Those of a tenant that hold on the day it is there.</summary>
    public static IQueryable<Membership> HoldingOn(this IQueryable<Membership> memberships, DateTimeOffset now, Tenant tenant)
    {
        var today = tenant.Zone.DayOf(now.UtcDateTime);
        return memberships.Where(m => m.TenantId == tenant.Id && (m.FromOn == null || m.FromOn <= today) && (m.UntilOn == null || today <= m.UntilOn));
    }
}
