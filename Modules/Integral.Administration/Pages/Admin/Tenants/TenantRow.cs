namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>An institution as the tree and the list show it.</summary>
internal sealed record TenantRow(Tenant Tenant, TenantFigure Figure, int Below)
{
    public static async Task<List<TenantRow>> OfAsync(IReadOnlyCollection<Tenant> tenants, Catalogue catalogue, TenantFigures figures)
    {
        var known = await figures.OfAsync([.. tenants.Select(t => t.Id)]);
        return [.. tenants.Select(t => new TenantRow(t, known[t.Id], catalogue.Children(t).Count))];
    }
}
