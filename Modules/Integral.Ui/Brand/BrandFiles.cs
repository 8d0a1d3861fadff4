using System.Data.Common;
using Integral.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Ui.Brand;

/// <summary>Hands out an institution's stylesheet and logo. Asked for with their version they never change, so browsers keep them for a year.</summary>
internal static class BrandFiles
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/brand.css", Read, SendSheetAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapMethods("/brand-logo", Read, SendLogoAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SendSheetAsync(string? v, Brands brands, Current current, HttpContext http)
    {
        var sheet = await SheetAsync(brands, current, http);
        if (sheet.Css.Length == 0) return Results.NotFound();
        Keep(http, v == sheet.Version);
        return Results.Text(sheet.Css, "text/css; charset=utf-8");
    }

    private static async Task<IResult> SendLogoAsync(string? v, Brands brands, Catalogue catalogue, ITenantRunner runner, Current current, HttpContext http)
    {
        var sheet = await SheetAsync(brands, current, http);
        if (sheet.Said.Logo is not { } logo || catalogue.Of(logo.Owner) is not { } owner) return Results.NotFound();
        if (await PlaceAsync(logo, owner, runner) is not { } place || !File.Exists(place)) return Results.NotFound();
        Keep(http, v == sheet.Version);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(place, logo.Type);
    }

    private static async Task<string?> PlaceAsync(Logo logo, Tenant owner, ITenantRunner runner)
    {
        try
        {
            return await runner.RunAsync(owner, "brand", services => Task.FromResult(services.GetRequiredService<TenantFiles>().PathOf(logo.File)));
        }
        // The data of the one whose logo it is can't be read or brought to this version: the page does without.
        catch (Exception trouble) when (trouble is DbException or IOException or RuleException) { return null; }
    }

    private static ValueTask<BrandSheet> SheetAsync(Brands brands, Current current, HttpContext http) =>
        brands.OfAsync(current.Tenant, () => http.RequestServices.GetRequiredService<Db>());

    // An old version's address may be asked for just after a change: what it gets then must not be kept under that name.
    private static void Keep(HttpContext http, bool isThisVersion) =>
        http.Response.Headers.CacheControl = isThisVersion ? "public, max-age=31536000, immutable" : "no-cache";
}
