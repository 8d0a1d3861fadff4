namespace Integral.Accounts;

internal sealed record DemoAccount(string Login, IReadOnlyList<string> Roles, IReadOnlyList<string> Tenants);

/// <summary>The accounts that the demo district lists on its sign-in page. Nothing is listed where it isn't the demo.</summary>
internal sealed class DemoAccounts(HostDb host, Catalogue catalogue, Demo demo)
{
    public const string Password = "Integral-2026";
    private const string Domain = "@demo.local";

    public async Task<IReadOnlyList<DemoAccount>> ListAsync()
    {
        if (!demo.IsOn) return [];
        var rows = await (from a in host.Users.AsNoTracking()
                          where a.UserName!.EndsWith(Domain)
                          join m in host.Memberships.AsNoTracking() on a.Id equals m.AccountId
                          orderby a.Id, m.Id
                          select new { a.UserName, m.Roles, m.TenantId }).ToListAsync();
        return [.. rows.GroupBy(r => r.UserName!).Select(g => new DemoAccount(g.Key,
            [.. g.SelectMany(r => r.Roles).Distinct().Select(Title)], [.. g.Select(r => catalogue.Of(r.TenantId)?.Name ?? "")]))];
    }

    private static string Title(string role) => DeliveredRoles.All.FirstOrDefault(r => r.Name == role).Title ?? role;
}
