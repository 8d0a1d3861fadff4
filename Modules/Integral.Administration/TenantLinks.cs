namespace Integral.Administration;

internal static class TenantLinks
{
    /// <summary>Where its site is. A host of its own speaks the scheme that the browser is using.</summary>
    public static string Href(this Tenant tenant) => tenant.Hosts is [var host, ..] ? $"//{host}/" : $"/{tenant.Path}";
}
