using Integral.Content.Data;
using Integral.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Integral.Content.Media;

/// <summary>Hands out the media folder. What could act as a page is only ever a download.</summary>
internal static class MediaFiles
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{**path}", [HttpMethods.Get, HttpMethods.Head], Send).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Send(string path, Db db, TenantFiles files, HttpContext http)
    {
        if (path.Length > MediaPath.Longest || await db.MediaFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Path == path) is not { } file) return Results.NotFound();
        var place = files.PathOf(file.StoredName);
        if (!File.Exists(place)) return Results.NotFound();

        var headers = http.Response.Headers;
        if (headers.CacheControl.Count == 0) headers.CacheControl = "public, max-age=3600";
        var isShown = MediaKind.IsShown(file.MediaType);
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        return Results.File(place, file.MediaType, isShown ? null : path[(path.LastIndexOf('/') + 1)..],
            file.ModifiedAt, new EntityTagHeaderValue($"\"{file.Hash[..32]}\""), enableRangeProcessing: true);
    }
}
