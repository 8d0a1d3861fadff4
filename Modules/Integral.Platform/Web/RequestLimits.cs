using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Web;

/// <summary>
/// How much one network address and one tenant may ask for. Far above what people do, and a burst of ten seconds is let through: a school comes
/// from one address, and comes at once. What the public cache answers isn't counted.
/// </summary>
internal static class RequestLimits
{
    private const int OfAnAddressOtherwise = 200, OfATenantOtherwise = 2000, BurstSeconds = 10;

    public static void Limit(RateLimiterOptions options, IConfiguration configuration)
    {
        var ofAnAddress = configuration.GetValue("Integral:Web:RequestsPerSecondOfAnAddress", OfAnAddressOtherwise);
        var ofATenant = configuration.GetValue("Integral:Web:RequestsPerSecondOfATenant", OfATenantOtherwise);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => IsFree(http) || http.Connection.RemoteIpAddress is not { } address ? Unlimited : Bucket(NetworkOf(address), ofAnAddress)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => IsFree(http) || http.RequestServices.GetRequiredService<Current>() is not { HasTenant: true } at ? Unlimited : Bucket($"{at.Tenant.Id}", ofATenant)));
        options.OnRejected = RefuseAsync;
    }

    private static RateLimitPartition<string> Unlimited => RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Bucket(string whose, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(whose, _ => new()
    {
        TokenLimit = perSecond * BurstSeconds, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    });

    // Files that never change cost nothing, a proxy's question whether we live must be answered, and the page that explains a refusal comes after it.
    internal static bool IsFree(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/_content") || http.Request.Path.StartsWithSegments("/health") || http.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    // A household or a school has a whole /64 of IPv6 to ask from.
    internal static string NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : $"{address}";
    }

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancel)
    {
        var http = refused.HttpContext;
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        http.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (!http.Request.Path.StartsWithSegments("/api")) return;
        var problem = new ProblemDetails { Status = StatusCodes.Status429TooManyRequests, Detail = http.RequestServices.GetRequiredService<Texts>()["So many requests came from you that we paused to keep accounts safe."] };
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }
}
