namespace Integral.Administration;

/// <summary>Finds institutions by a part of their name, address or code in the register.</summary>
internal static class TenantSearch
{
    public static bool Fits(Tenant tenant, string asked) =>
        asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            tenant.Name.Contains(word, StringComparison.CurrentCultureIgnoreCase) || tenant.Path.Contains(word.Trim('/'), StringComparison.OrdinalIgnoreCase)
            || tenant.Code?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
