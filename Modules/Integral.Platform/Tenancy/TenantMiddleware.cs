using Integral.Platform.Security;
using Integral.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Tenancy;

/// <summary>Finds the tenant of a request: by host, then by the first segment of the path, which then leaves the path (design §3).</summary>
internal sealed class TenantMiddleware(RequestDelegate next, Catalogue catalogue, TenantAddresses addresses, TenantUpgrades upgrades, Measures measures, ILogger<TenantMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (IsOfTheHost(http.Request.Path))
        {
            if (catalogue.Root is { } any) http.RequestServices.GetRequiredService<Current>().Enter(any);
            await next(http);
            return;
        }
        if (await FindAsync(http) is not { } found)
        {
            await TenantTrouble.UnknownHostAsync(http);
            return;
        }
        if (found.State != TenantState.Running || !await upgrades.ReadyAsync(found))
        {
            await TenantTrouble.UnavailableAsync(http, catalogue.Of(found.Id) ?? found);
            return;
        }
        http.RequestServices.GetRequiredService<Current>().Enter(upgrades.Of(found), onOwnHost: !http.Request.PathBase.HasValue);
        TenantAddresses.TakeCulture(http, found);
        using (log.BeginScope(new TenantScope(found))) await measures.MeasuredAsync(http, found, next);
    }

    private async Task<Tenant?> FindAsync(HttpContext http)
    {
        var host = http.Request.Host.Host;
        var own = catalogue.OfHost(host);
        if (own is null && !addresses.IsOurs(host)) return null;
        if (own is { IsRoot: false }) return own;

        var segment = TenantAddresses.FirstSegment(http.Request.Path);
        if (segment.Length == 0 || addresses.IsReserved(segment)) return catalogue.Root;
        var tenant = catalogue.At(segment) ?? await addresses.LookAgainAsync(segment);
        if (tenant is null or { IsRoot: true }) return catalogue.Root;

        http.Request.PathBase = http.Request.PathBase.Add($"/{segment}");
        http.Request.Path = http.Request.Path.Value![(segment.Length + 1)..];
        return tenant;
    }

    // Of the installation, not of a tenant: they answer even where the root is switched off.
    private static bool IsOfTheHost(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/_content");
}
