using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Ui.Brand;

/// <summary>The institution's looks for programs: the same command as the screen.</summary>
internal static class BrandApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var brand = routes.MapGroup("/api/v1/brand").WithTags("Brand").RequireAuthorization(UiModule.ManageBrand)
            .WithMetadata(new RequestSizeLimitAttribute(1 << 20)).AddEndpointFilter<ValidateBody>();
        brand.MapGet("", GetAsync).WithSummary("What the institution says of its looks, and what it looks like with what it takes from above");
        brand.MapPut("", PutAsync).WithSummary("Says it anew; what is left out is taken from above. If-Match names the version that was read");
    }

    private static async Task<Ok<BrandAnswer>> GetAsync(BrandChanges changes, Brands brands, Current current, Db db, HttpResponse response)
    {
        return Answer(await changes.OwnAsync(), await brands.OfAsync(current.Tenant, () => db), response);
    }

    private static async Task<Ok<BrandAnswer>> PutAsync(BrandBody body, BrandChanges changes, Brands brands, Catalogue catalogue, Current current, Db db, HttpContext http)
    {
        var seen = http.Request.Headers.IfMatch.ToString() is { Length: > 0 } tag && tag != "*" ? tag.Trim('"') : null;
        await changes.SaveAsync(new(body.Main, body.Accent, body.ShortName, body.Shape, body.Font, seen) { Logo = body.Logo is { Length: > 0 } logo ? logo : null, WithoutLogo = body.Logo is { Length: 0 } });
        return Answer(await changes.OwnAsync(), await brands.OfAsync(catalogue.Of(current.Tenant.Id)!, () => db), http.Response);
    }

    private static Ok<BrandAnswer> Answer(BrandSettings own, BrandSheet sheet, HttpResponse response)
    {
        response.Headers.ETag = $"\"{BrandChanges.VersionOf(own)}\"";
        return TypedResults.Ok(new BrandAnswer(own.Main?.ToString(), own.Accent?.ToString(), own.ShortName, own.Shape, own.Font, own.Logo is not null, BrandSheet.Tokens(sheet.Said)));
    }
}

/// <param name="HasLogo">A logo of its own.</param>
/// <param name="Tokens">The values its pages are drawn with, adjusted so that everybody can read them.</param>
internal sealed record BrandAnswer(string? Main, string? Accent, string? ShortName, Shape? Shape, Font? Font, bool HasLogo, IReadOnlyDictionary<string, string> Tokens);

internal sealed record BrandBody
{
    [StringLength(7)] public string? Main { get; init; }
    [StringLength(7)] public string? Accent { get; init; }
    [StringLength(BrandSettings.LongestName)] public string? ShortName { get; init; }
    public Shape? Shape { get; init; }
    public Font? Font { get; init; }

    /// <summary>A PNG, JPEG or WebP as Base64; empty takes the logo away, null leaves it.</summary>
    public byte[]? Logo { get; init; }
}
