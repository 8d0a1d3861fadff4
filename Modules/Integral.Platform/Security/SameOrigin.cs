using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Integral.Platform.Security;

/// <summary>
/// Accepts a change of state only from a page of ours: the browser says so in Sec-Fetch-Site or Origin (design §4).
/// A program that shows no cookie has nothing that another site could abuse.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        // What failed is being explained: only the error page is run again.
        var isExplained = http.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (isExplained || IsSafe(http.Request.Method) || IsOurs(http.Request) || IsProgram(http.Request)) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    public static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsProgram(HttpRequest request) => request.Path.StartsWithSegments("/api") && !request.Cookies.ContainsKey(SessionAuthentication.Cookie);

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site) return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
