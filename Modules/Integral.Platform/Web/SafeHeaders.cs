using Integral.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Integral.Platform.Web;

/// <summary>The headers every answer carries (design §4). What a signed-in person saw isn't shown again by the Back button after signing out.</summary>
internal sealed class SafeHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (SessionAuthentication.IsPresented(http.Request) && !http.Request.Path.StartsWithSegments("/_content")) headers.CacheControl = "no-cache, no-store";     // as the form's token asks for it: less is a warning in the log for every page
        return next(http);
    }
}
