using System.ComponentModel.DataAnnotations;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>The account that a new tenant is handed over to.</summary>
internal sealed class FirstAdministrator(HashQueue hashes, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>Hashes the password before the transaction, which then only writes.</summary>
    /// <returns>What to do in the host's transaction; null when nobody was named.</returns>
    public async Task<Func<HostDb, Tenant, Task>?> PrepareAsync(NewTenant wanted)
    {
        Rule.Require(wanted.AdminEmail is { Length: > 0 } || wanted.AdminPassword is not { Length: > 0 }, "A password belongs to an administrator: name their e-mail too.", "AdminEmail");
        if (wanted.AdminEmail is not { Length: > 0 } email) return null;
        Rule.Require(email.Length <= 256 && new EmailAddressAttribute().IsValid(email) && !email.Any(char.IsWhiteSpace), T.Say("'{0}' isn't an e-mail address.", email), "AdminEmail");
        var account = new Account
        {
            Name = email, UserName = email, NormalizedUserName = normalizer.NormalizeName(email), Email = email, NormalizedEmail = normalizer.NormalizeEmail(email),
            CreatedAt = clock.GetUtcNow().UtcDateTime, SecurityStamp = Secrets.New(), MustChangePassword = wanted.AdminMustChange,
        };
        if (wanted.AdminPassword is { Length: > 0 } password)
        {
            Passwords.Check(password);
            account.PasswordHash = await hashes.HashAsync(account, password);
        }
        return (host, tenant) => AddAsync(host, tenant, account);
    }

    private static async Task AddAsync(HostDb host, Tenant tenant, Account account)
    {
        var existing = await host.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == account.NormalizedUserName);
        Rule.Require(existing is null || account.PasswordHash is null, T.Say("There is an account '{0}' already: leave the password out, it keeps its own.", account.UserName!), "AdminEmail");
        Rule.Require(existing is not null || account.PasswordHash is not null, T.Say("There is no account '{0}' yet: give it a password.", account.UserName!), "AdminPassword");
        if (existing is null) host.Add(account);
        host.Add(new Membership
        {
            AccountId = (existing ?? account).Id, TenantId = tenant.Id, Reach = Reach.HereAndBelow,
            Roles = [tenant.IsRoot ? DeliveredRoles.PlatformAdmin : DeliveredRoles.TenantAdmin],
        });
    }
}
