using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Security;

/// <summary>What the acting person may do in another tenant than the current one.</summary>
public sealed class Rights(HostDb host, Catalogue catalogue, RoleBook roles, Current current, TimeProvider clock)
{
    /// <summary>Verbs of the command line act for whoever may start the server; everyone else by their memberships.</summary>
    public async Task<bool> MayAsync(string permission, Tenant there)
    {
        if (current.Account is not { } who) return current.Work is not null;
        var now = clock.GetUtcNow().UtcDateTime;
        var memberships = await host.Memberships.AsNoTracking().Where(m => m.AccountId == who.AccountId).ToListAsync();
        return memberships.Any(m => catalogue.Of(m.TenantId) is { } where && m.IsValidOn(where.Zone.DayOf(now)) && Reaches(m, there)
            && roles.Permissions(where, m.Roles).Contains(permission));
    }

    /// <summary>Nobody saws off the branch they sit on: the request itself runs in the tenant it would close.</summary>
    /// <exception cref="RuleException">It is the tenant one is in.</exception>
    internal void RequireFromAbove(Guid tenant) =>
        Rule.Require(!current.HasTenant || current.Tenant.Id != tenant, "Do this in the institution above: here you would lock yourself out.");

    private bool Reaches(Membership membership, Tenant there) =>
        membership.TenantId == there.Id || membership.Reach == Reach.HereAndBelow && catalogue.IsAtOrBelow(there, membership.TenantId);
}
