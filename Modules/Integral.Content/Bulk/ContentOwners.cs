using Microsoft.AspNetCore.Identity;

namespace Integral.Content.Bulk;

/// <summary>To whom pages can be given: members who may write here.</summary>
internal sealed class ContentOwners(HostDb host, Current current, Catalogue catalogue, RoleBook roles, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>What somebody is known by in the items that are theirs.</summary>
    /// <param name="login">Or e-mail address.</param>
    /// <exception cref="RuleException">Nobody here is called so, or they may not write.</exception>
    public async Task<string> FindAsync(string? login)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(login), "Say whose they are to be.", "Owner");
        var name = normalizer.NormalizeName(login!.Trim());
        var (now, here) = (clock.GetUtcNow().UtcDateTime, current.Tenant.Id);
        var above = catalogue.UpFrom(current.Tenant).Select(t => t.Id).ToArray();
        var account = await host.Users.AsNoTracking().Where(a => (a.NormalizedUserName == name || a.NormalizedEmail == name) && a.BlockedAt == null).Select(a => (Guid?)a.Id).FirstOrDefaultAsync();
        var memberships = account is null ? [] : await host.Memberships.AsNoTracking().Where(m => m.AccountId == account && above.Contains(m.TenantId)).ToListAsync();
        var held = memberships.Where(m => catalogue.Of(m.TenantId) is { } where && m.IsValidOn(where.Zone.DayOf(now)) && (m.TenantId == here || m.Reach == Reach.HereAndBelow)).SelectMany(m => m.Roles).Distinct().ToList();
        Rule.Require(account is not null && roles.Permissions(current.Tenant, held).Contains(ContentModule.Write), T.Say("Nobody who may write here has the login or address '{0}'.", login.Trim()), "Owner");
        return account!.Value.ToString("N");
    }
}
