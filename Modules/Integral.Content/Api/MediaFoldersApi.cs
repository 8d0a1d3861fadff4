using Integral.Content.Media;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Content.Api;

/// <summary>The folders of the library for programs: the same rules as on the screens.</summary>
internal static class MediaFoldersApi
{
    private const string Folders = "/api/v1/content/media-folders";
    private const int Usual = 50, Most = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var folders = routes.MapGroup(Folders).WithTags("Content").RequireAuthorization(ContentModule.Write).AddEndpointFilter<ValidateBody>();
        folders.MapGet("", ListAsync).WithSummary("The folders of files by path; after is the cursor");
        folders.MapGet("/{id:guid}", GetAsync).WithSummary("A folder; the ETag is for changing it");
        folders.MapPost("", AddAsync).WithSummary("Makes a folder, and those that it is in");
        folders.MapPut("/{id:guid}", ChangeAsync).WithSummary("Moves a folder with all in it, and says who may read it; former addresses of its files still lead to them. If-Match is required");
        folders.MapDelete("/{id:guid}", DeleteAsync).WithSummary("Deletes an empty folder. If-Match is required");
    }

    private static async Task<Ok<FolderPage>> ListAsync(string? after, int? limit, MediaFolders folders)
    {
        var most = Math.Clamp(limit ?? Usual, 1, Most);
        var left = (await folders.AllAsync()).OrderBy(f => f.Path, StringComparer.Ordinal).Where(f => after is null || string.CompareOrdinal(f.Path, after) > 0).Take(most + 1).ToList();
        return TypedResults.Ok(new FolderPage([.. left.Take(most).Select(FolderAnswer.Of)], left.Count > most ? left[most - 1].Path : null));
    }

    private static async Task<Ok<FolderAnswer>> GetAsync(Guid id, MediaFolders folders, HttpResponse response) => Answer(await folders.FindAsync(id), response);

    private static async Task<Created<FolderAnswer>> AddAsync(FolderBody body, MediaFolders folders, Current current, HttpResponse response)
    {
        var folder = await folders.AtAsync(await folders.AddAsync(body.Path, body.Audience));
        return TypedResults.Created($"{current.Base}{Folders}/{folder.Id}", Answer(folder, response).Value);
    }

    private static async Task<Results<Ok<FolderAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, FolderBody body, MediaFolders folders, HttpContext http)
    {
        var folder = await folders.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(folder)) is { } refused) return refused;
        return Answer(await folders.ChangeAsync(id, body.Path, body.Audience, folder.Version), http.Response);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, MediaFolders folders, HttpRequest request)
    {
        var folder = await folders.FindAsync(id);
        if (IfMatch.Refuses(request, Tag(folder)) is { } refused) return refused;
        await folders.DeleteAsync(id, folder.Version);
        return TypedResults.NoContent();
    }

    private static Ok<FolderAnswer> Answer(MediaFolder folder, HttpResponse response)
    {
        response.Headers.ETag = Tag(folder);
        return TypedResults.Ok(FolderAnswer.Of(folder));
    }

    private static string Tag(MediaFolder folder) => $"\"{folder.Version}\"";
}

/// <param name="Next">The value of <c>after</c> for what comes next; null at the end.</param>
internal sealed record FolderPage(IReadOnlyList<FolderAnswer> Items, string? Next);

/// <param name="Audience">Who may read what is in it; a folder that it is in may shut out more.</param>
internal sealed record FolderAnswer(Guid Id, string Path, MediaAudience Audience)
{
    public static FolderAnswer Of(MediaFolder folder) => new(folder.Id, folder.Path, folder.Audience);
}

internal sealed record FolderBody
{
    /// <summary>Such as <c>news/2026</c>.</summary>
    [Required, StringLength(MediaPath.LongestFolder)] public string Path { get; init; } = "";

    /// <summary>Who may read what is in it: Everybody, SignedIn or Writers.</summary>
    [EnumDataType(typeof(MediaAudience))] public MediaAudience Audience { get; init; }
}
