using System.Globalization;
using Integral.Platform.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Tenancy;

/// <summary>Plain answers where there is no tenant to answer: its pages, layouts and settings aren't to be had.</summary>
internal static class TenantTrouble
{
    public static Task UnknownHostAsync(HttpContext http) =>
        SayAsync(http, StatusCodes.Status400BadRequest, "ru", T.Say("There is no site under this name here."), T.Say("Check the address."));

    public static Task UnavailableAsync(HttpContext http, Tenant tenant)
    {
        http.Response.Headers.RetryAfter = "60";
        return tenant.State == TenantState.Disabled
            ? SayAsync(http, StatusCodes.Status503ServiceUnavailable, tenant.Culture, T.Say("This site is switched off."), T.Say("Ask the institution or the district when it will be back."))
            : SayAsync(http, StatusCodes.Status503ServiceUnavailable, tenant.Culture, T.Say("This site is being repaired."), T.Say("Nothing is lost. Please come back later."));
    }

    private static async Task SayAsync(HttpContext http, int status, string culture, Sentence what, Sentence next)
    {
        var texts = http.RequestServices.GetRequiredService<Texts>();
        var language = CultureInfo.GetCultureInfo(culture);
        var (title, text) = (texts.Say(what, language), texts.Say(next, language));
        http.Response.StatusCode = status;
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            await http.Response.WriteAsJsonAsync(new { title, status, detail = text }, options: null, contentType: "application/problem+json");
            return;
        }
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"<!doctype html><html lang=\"{culture}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"/favicon.svg\"><link rel=\"stylesheet\" href=\"/plain.css\"><title>{title}</title><main><h1>{title}</h1><p>{text}</p></main></html>");
    }
}
