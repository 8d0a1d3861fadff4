using System.Globalization;
using Integral.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Integral.Content.Media;

/// <summary>Hands out the media folder to whoever may read the file; to others it isn't there. What could act as a page is only ever a download.</summary>
internal static class MediaFiles
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{**path}", [HttpMethods.Get, HttpMethods.Head], Send).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Send(string path, string? w, MediaReading reading, TenantFiles files, HttpContext http)
    {
        if (path.Length > MediaPath.Longest || await reading.FindAsync(path) is not { } found) return Results.NotFound();
        var (name, type, hash) = Content(found.File, w);
        var place = files.PathOf(name);
        if (!File.Exists(place)) return Results.NotFound();

        var headers = http.Response.Headers;
        if (!found.IsPublic) headers.CacheControl = "private, no-store";
        else if (headers.CacheControl.Count == 0) headers.CacheControl = "public, max-age=60";        // as long as a page: another file may take its place
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        return Results.File(place, type, MediaKind.IsShown(type) ? null : found.File.Name,
            found.File.ModifiedAt, new EntityTagHeaderValue($"\"{hash[..32]}\""), enableRangeProcessing: true);
    }

    // The smallest picture that is wide enough; where there is none, the file itself.
    private static (string StoredName, string MediaType, string Hash) Content(MediaFile file, string? width)
    {
        if (file.Sizes.Count > 0 && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && file.Sizes.Where(s => s.Width >= wanted).MinBy(s => s.Width) is { } size)
            return (size.StoredName, size.MediaType, size.Hash);
        return (file.StoredName, file.MediaType, file.Hash);
    }
}
