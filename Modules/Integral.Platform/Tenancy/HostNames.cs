using Integral.Platform.Data;
using Integral.Platform.Localization;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Tenancy;

/// <summary>
/// A host name leads to one tenant. Whoever gives one holds the catalogue's number (<see cref="CatalogueNumber.HoldAsync"/>),
/// so that of two who looked before either wrote only one gets it.
/// </summary>
internal static class HostNames
{
    /// <summary>Those of tenants that are just being made, which the catalogue doesn't show yet.</summary>
    public static async Task<IReadOnlyList<string>> PromisedAsync(HostDb host) =>
        [.. (await host.Tenants.AsNoTracking().Where(t => t.State == TenantState.Creating).Select(t => t.Hosts).ToListAsync()).SelectMany(h => h)];

    /// <exception cref="RuleException">One can't be had.</exception>
    public static List<string> Free(IEnumerable<string> wanted, IReadOnlyList<string> promised, TenantAddresses addresses, Guid? except = null)
    {
        var names = wanted.Select(h => h.Trim().ToLowerInvariant()).Where(h => h.Length > 0).ToList();
        foreach (var name in names)
        {
            addresses.CheckHost(name, except);
            Rule.Require(!promised.Contains(name), T.Say("The host name '{0}' is taken by another institution.", name), "Hosts");
        }
        return names;
    }
}
