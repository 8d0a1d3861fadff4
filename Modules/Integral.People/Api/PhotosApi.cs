using Integral.People.Contracts;
using Integral.People.Photos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>People's photos for programs: the same rules as on the screens.</summary>
internal static class PhotosApi
{
    private const string Photo = "/api/v1/people/{id:guid}/photo";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Photo, GetAsync).WithTags("People").RequireAuthorization(PeopleModule.View).WithSummary("A person's photo; 404 where there is none");
        routes.MapPost(Photo, PutAsync).WithTags("People").RequireAuthorization(PeopleModule.Manage).WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithSummary("Takes the body as a person's photo, in the place of the one there is: JPEG, PNG or WebP, up to 5 MB");
        routes.MapDelete(Photo, RemoveAsync).WithTags("People").RequireAuthorization(PeopleModule.Manage).WithSummary("Takes a person's photo away, for good");
    }

    private static async Task<PhysicalFileHttpResult> GetAsync(Guid id, PhotoDesk photos, HttpResponse response)
    {
        var found = await photos.ShowAsync(id, response);
        return TypedResults.PhysicalFile(found.FileName, found.ContentType, entityTag: found.EntityTag);
    }

    private static async Task<NoContent> PutAsync(Guid id, Members members, PhotoDesk photos, HttpContext http)
    {
        await photos.PutAsync(await PersonAsync(id, members), http.Request.Body, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveAsync(Guid id, Members members, PhotoDesk photos)
    {
        await photos.RemoveAsync(await PersonAsync(id, members));
        return TypedResults.NoContent();
    }

    private static async Task<Person> PersonAsync(Guid id, Members members) => (await members.FindAsync(id)).Person ?? throw new NotFoundException();
}
