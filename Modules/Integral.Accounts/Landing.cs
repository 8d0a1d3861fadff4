namespace Integral.Accounts;

/// <summary>Where somebody who has just signed in wants to be.</summary>
internal sealed class Landing(HostDb host, Catalogue catalogue, Current current)
{
    /// <summary>The page that was asked for; else the cabinet here, if the account is somebody here; else that of its first institution.</summary>
    public async Task<string> AfterSignInAsync(Account account, string? wanted)
    {
        if (IsLocal(wanted)) return wanted!;
        var memberships = await host.Memberships.AsNoTracking().Where(m => m.AccountId == account.Id).ToListAsync();
        var isHere = memberships.Any(m => m.TenantId == current.Tenant.Id || m.Reach == Reach.HereAndBelow && catalogue.IsAtOrBelow(current.Tenant, m.TenantId));
        var other = memberships.Select(m => catalogue.Of(m.TenantId)).OfType<Tenant>().FirstOrDefault(t => t.State == TenantState.Running);
        return $"{(isHere || other is null ? current.Base : other.IsRoot ? "" : $"/{other.Path}")}/cabinet";
    }

    /// <summary>An address of this host and nothing that a browser would take for another one (abuse case A42).</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Any(char.IsControl);
}
