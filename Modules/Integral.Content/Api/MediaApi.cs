using Integral.Content.Media;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>Files and pictures for programs, and for the pages that send files: the same desk and shelf as on the screens.</summary>
internal static class MediaApi
{
    private const string Media = "/api/v1/content/media";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var media = routes.MapGroup(Media).WithTags("Content").RequireAuthorization(ContentModule.Write);
        media.MapGet("", ListAsync).WithSummary("Files, what was sent last first; after is the cursor");
        media.MapGet("/{id:guid}", GetAsync).WithSummary("A file; the ETag is for changing it");
        media.MapPost("", AddAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).WithSummary("Takes a file: the body itself with its name in the query, or a form with one file. A file of the same content is answered as it is, with 200");
        media.MapPost("/{id:guid}/content", ReplaceAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).WithSummary("Puts other content under the same address");
        media.MapPost("/{id:guid}/sizes", AddSizeAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).WithSummary("Takes a smaller picture of the same, for small screens");
        media.MapPut("/{id:guid}", ChangeAsync).WithSummary("Names, describes or moves a file; what is left out stays. Former addresses still lead to it. If-Match is required");
        media.MapDelete("/{id:guid}", DeleteAsync).WithSummary("Puts a file into the bin for 30 days. If-Match is required");
        media.MapPost("/{id:guid}/restore", RestoreAsync).WithSummary("Takes a file out of the bin");
    }

    private static async Task<Ok<MediaListAnswer>> ListAsync(MediaList list, Current current, string? folder, string? q, MediaSort? sort, string? after, bool bin = false, int limit = MediaList.PageSize)
    {
        var page = await list.PageAsync(new(folder is null ? null : MediaPath.CheckedFolder(folder), q, sort, bin, after), Math.Clamp(limit, 1, MediaList.Most));
        return TypedResults.Ok(new MediaListAnswer([.. page.Files.Select(f => MediaAnswer.Of(f, current))], page.Next));
    }

    private static async Task<Ok<MediaAnswer>> GetAsync(Guid id, MediaShelf shelf, Current current, HttpResponse response) => TypedResults.Ok(Answer(await shelf.FindAsync(id), current, response));

    private static async Task<Results<Created<MediaAnswer>, Ok<MediaAnswer>>> AddAsync(string? name, string? folder, MediaDesk desk, MediaLimits limits, Current current, HttpContext http)
    {
        var added = await desk.AddAsync(await MediaBody.ReadAsync(http.Request, name, limits) with { Folder = folder }, http.RequestAborted);
        var answer = Answer(added.File, current, http.Response);
        return added.WasThere ? TypedResults.Ok(answer with { WasThere = true }) : TypedResults.Created($"{current.Base}{Media}/{added.File.Id}", answer);
    }

    private static async Task<Ok<MediaAnswer>> ReplaceAsync(Guid id, string? name, MediaDesk desk, MediaLimits limits, Current current, HttpContext http) =>
        TypedResults.Ok(Answer(await desk.ReplaceAsync(id, await MediaBody.ReadAsync(http.Request, name ?? "", limits), http.RequestAborted), current, http.Response));

    private static async Task<Ok<MediaAnswer>> AddSizeAsync(Guid id, MediaDesk desk, MediaLimits limits, Current current, HttpContext http) =>
        TypedResults.Ok(Answer(await desk.AddSizeAsync(id, await MediaBody.ReadAsync(http.Request, "", limits), http.RequestAborted), current, http.Response));

    private static async Task<Results<Ok<MediaAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, MediaBodyChange wanted, MediaShelf shelf, Current current, HttpContext http)
    {
        var file = await shelf.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(file)) is { } refused) return refused;
        return TypedResults.Ok(Answer(await shelf.ChangeAsync(id, new() { Name = wanted.Name, Path = wanted.Path, Texts = wanted.Texts, Version = file.Version }), current, http.Response));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, MediaShelf shelf, HttpRequest request)
    {
        var file = await shelf.FindAsync(id);
        if (IfMatch.Refuses(request, Tag(file)) is { } refused) return refused;
        await shelf.DeleteAsync(id, file.Version);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<MediaAnswer>> RestoreAsync(Guid id, MediaShelf shelf, Current current, HttpResponse response) => TypedResults.Ok(Answer(await shelf.RestoreAsync(id), current, response));

    private static MediaAnswer Answer(MediaFile file, Current current, HttpResponse response)
    {
        response.Headers.ETag = Tag(file);
        return MediaAnswer.Of(file, current);
    }

    private static string Tag(MediaFile file) => $"\"{file.Version}\"";
}

/// <param name="Next">The cursor of the next part; null when this is the last.</param>
internal sealed record MediaListAnswer(IReadOnlyList<MediaAnswer> Items, string? Next);

/// <param name="Path">In the media folder.</param>
/// <param name="Address">Where it is read.</param>
/// <param name="Texts">What is on it, by language.</param>
/// <param name="Widths">Of the smaller pictures there are: the address with <c>?w=</c> and one of them.</param>
/// <param name="DeletedAt">When it was thrown away; null where it wasn't.</param>
/// <param name="WasThere">A file of the same content was there already, and this is it.</param>
internal sealed record MediaAnswer(Guid Id, string Path, string Name, string Address, string MediaType, long Length, int? Width, int? Height, IReadOnlyList<int> Widths,
    IReadOnlyDictionary<string, string> Texts, DateTime ModifiedAt, DateTime? DeletedAt, bool WasThere = false)
{
    public static MediaAnswer Of(MediaFile file, Current current) => new(file.Id, file.Path, file.Name, $"{current.Base}/media/{Rendering.BodyWriter.MediaAddress(file.Path)}", file.MediaType, file.Length,
        file.Width, file.Height, [.. file.Sizes.Select(s => s.Width).Order()], file.Texts, file.ModifiedAt, file.DeletedAt);
}

/// <param name="Name">What people call it.</param>
/// <param name="Path">Where it is to be, in the media folder.</param>
/// <param name="Texts">What is on it, by language of two letters; all of them.</param>
internal sealed record MediaBodyChange([property: StringLength(MediaFile.LongestName), RegularExpression(@"[^\p{Cc}]*")] string? Name = null, [property: StringLength(MediaPath.Longest)] string? Path = null, Dictionary<string, string>? Texts = null);
