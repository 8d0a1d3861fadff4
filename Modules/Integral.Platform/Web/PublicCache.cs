using Integral.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Integral.Platform.Web;

/// <summary>Names of the output cache's policies, for <c>[OutputCache(PolicyName = CachePolicies.Public)]</c>.</summary>
public static class CachePolicies
{
    /// <summary>For pages that show every visitor the same.</summary>
    public const string Public = "public";
}

/// <summary>
/// Keeps public pages as they were sent, compressed, for visitors who aren't signed in. The key holds the tenant and the number of the last change
/// that concerns the page, so a page of one tenant never answers another and a change is seen at once (abuse case A8).
/// </summary>
/// <param name="isOn">Off only to measure what pages cost (<c>Integral:Web:OutputCache</c>).</param>
internal sealed class PublicCache(bool isOn, PageStamps stamps) : IOutputCachePolicy
{
    public const string Name = CachePolicies.Public;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancel)
    {
        var http = context.HttpContext;
        var current = http.RequestServices.GetService(typeof(Current)) as Current;
        var may = isOn && current is { HasTenant: true } && SameOrigin.IsSafe(http.Request.Method) && !SessionAuthentication.IsPresented(http.Request);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (may, may, may, true);
        if (!may) return ValueTask.CompletedTask;

        context.ResponseExpirationTimeSpan = PageStamps.Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByHost = true;
        context.CacheVaryByRules.VaryByValues["tenant"] = $"{current!.Tenant.Id:N}.{stamps.Of(http, current)}{current.CulturePrefix}";
        context.CacheVaryByRules.VaryByValues["encoding"] = $"{http.Request.Headers.AcceptEncoding}".Contains("br", StringComparison.Ordinal) ? "br" : $"{http.Request.Headers.AcceptEncoding}";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancel) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancel)
    {
        var response = context.HttpContext.Response;
        if (!StringValues.IsNullOrEmpty(response.Headers.SetCookie) || response.StatusCode != StatusCodes.Status200OK) context.AllowCacheStorage = false;
        if (context.AllowCacheStorage) stamps.Learn(context.HttpContext);
        return ValueTask.CompletedTask;
    }
}
