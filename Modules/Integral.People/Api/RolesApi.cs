using Integral.Platform.Web;
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
        roles.MapGet("", List).WithSummary("The roles one can have here, in the order of lists; after is the cursor");
        roles.MapGet("{name}", Get).WithSummary("One role; the ETag is for changing it");
        roles.MapPut("{name}", PutAsync).WithSummary("Says what a role permits here and below; If-Match is required");
    }

    private static Ok<RolesAnswer> List(RoleBook book, Current current, string? after, int limit = 50)
    {
        var most = Math.Clamp(limit, 1, 100);
        var left = book.RolesOf(current.Tenant).SkipWhile(r => after is not null && r.Name != after).Skip(after is null ? 0 : 1).Take(most + 1).ToList();
        return TypedResults.Ok(new RolesAnswer([.. left.Take(most).Select(Answer)], left.Count > most ? left[most - 1].Name : null));
    }

    private static Ok<RoleAnswer> Get(string name, RoleChanges changes, HttpResponse response) => Answer(changes.Find(name), response);

    private static async Task<Results<Ok<RoleAnswer>, ProblemHttpResult>> PutAsync(string name, NewPermissions wanted, RoleChanges changes, HttpContext http)
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
