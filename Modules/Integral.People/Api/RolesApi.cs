using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>Roles for programs.</summary>
internal static class RolesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var roles = routes.MapGroup("/api/v1/roles").WithTags("Roles").RequireAuthorization(PeopleModule.ManageRoles);
        roles.MapGet("", (RoleBook book, Current current) => TypedResults.Ok(book.RolesOf(current.Tenant).Select(Answer).ToList())).WithSummary("The roles one can have here");
        roles.MapGet("{name}", Get).WithSummary("One role; the ETag is for changing it");
        roles.MapPut("{name}", PutAsync).WithSummary("Says what a role permits here and below; If-Match is required");
    }

    private static Ok<RoleAnswer> Get(string name, RoleChanges changes, HttpResponse response) => Answer(changes.Find(name), response);

    private static async Task<Results<Ok<RoleAnswer>, StatusCodeHttpResult>> PutAsync(string name, NewPermissions wanted, RoleChanges changes, HttpContext http)
    {
        if (IfMatch.Refuses(http.Request, Tag(changes.Find(name))) is { } refused) return refused;
        await changes.SaveAsync(name, wanted.Permissions.ToHashSet(), wanted.Title, wanted.Description);
        return Answer(changes.Find(name), http.Response);
    }

    private static Ok<RoleAnswer> Answer(Role role, HttpResponse response)
    {
        response.Headers.ETag = Tag(role);
        return TypedResults.Ok(Answer(role));
    }

    private static RoleAnswer Answer(Role role) => new(role.Name, role.Title, role.Description, role.IsDelivered, role.ChangedAt is not null, [.. role.Permissions.Order()]);

    private static string Tag(Role role) => $"\"{Secrets.Digest(Json.Write(Answer(role)))[..16]}\"";
}
