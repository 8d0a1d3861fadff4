using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Ui.Faces;

/// <summary>Changes the look for browsers without script. It changes nothing but the visitor's own cookie, so a GET may do it.</summary>
internal static class LookSwitch
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/look", Set).AllowAnonymous().ExcludeFromDescription();

    private static RedirectHttpResult Set(HttpContext http, string? set, string? @return)
    {
        Look.Of(http).With(set ?? "").Remember(http);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(@return) ? @return! : $"{http.Request.PathBase}/");
    }
}
