using Integral.People.Merging;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>People for programs: the same rules as on the screens, since the same classes are called.</summary>
internal static class PeopleApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/people").WithTags("People").RequireAuthorization(PeopleModule.View);
        read.MapGet("", ListAsync).WithSummary("People by name; search, role and state narrow the list, after is the cursor");
        read.MapGet("{id:guid}", GetAsync).WithSummary("One person; the ETag is for changing it");

        var write = routes.MapGroup("/api/v1/people").WithTags("People").RequireAuthorization(PeopleModule.Manage);
        write.MapPost("", AddAsync).WithSummary("Adds a person with an account; the first password is in this answer only");
        write.MapPatch("{id:guid}/roles", ChangeAsync).WithSummary("Changes roles, reach and days; If-Match is required");
        write.MapPost("{id:guid}/reset", ResetAsync).WithSummary("Issues a new first password and ends all sign-ins");
        write.MapPost("{id:guid}/block", (Guid id, Members members, AccountCare care) => DoAsync(id, members, care.BlockAsync)).WithSummary("Blocks the account and ends all sign-ins");
        write.MapPost("{id:guid}/unblock", (Guid id, Members members, AccountCare care) => DoAsync(id, members, care.UnblockAsync)).WithSummary("Lets the account in again");
        write.MapDelete("{id:guid}", (Guid id, Members members, Memberships memberships) => DoAsync(id, members, memberships.RemoveAsync)).WithSummary("Ends the membership; the person's records stay");
    }

    private static async Task<Ok<PeopleAnswer>> ListAsync(PeopleList list, string? q, string? role, AccountState? state, string? after, int limit = 50)
    {
        var page = await list.PageAsync(new(Given(q), Given(role), state, after), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new PeopleAnswer([.. page.Rows.Select(r => new PersonInList(r.Id, r.Name, r.Login, r.Roles, r.State))], page.Next));
    }

    // The record that goes on has another address; undoing the merge gives this one back, so the way there isn't for ever.
    private static async Task<Results<Ok<PersonAnswer>, RedirectHttpResult>> GetAsync(Guid id, Members members, MergeBook merges, Current current, TimeProvider clock, HttpResponse response) =>
        await merges.SurvivorAsync(id) is { } survivor ? TypedResults.Redirect($"{current.Base}/api/v1/people/{survivor}", permanent: false, preserveMethod: true) : Answer(await members.FindAsync(id), current.Tenant, clock, response);

    private static async Task<Created<AddedPerson>> AddAsync(NewPerson wanted, Joining joining, DuplicateBook duplicates, Current current)
    {
        var newcomer = new Newcomer(new(wanted.FamilyName, wanted.GivenName ?? "", wanted.Patronymic), wanted.Email, wanted.Phone, wanted.EmailIsLogin);
        var slip = (await joining.AddAsync([newcomer], new(wanted.Roles, wanted.Reach, wanted.FromOn, wanted.UntilOn)))[0];
        return TypedResults.Created($"{current.Base}/api/v1/people/{slip.PersonId}", new AddedPerson(slip.PersonId, slip.Login, slip.Password, [.. (await duplicates.OfAsync([slip.PersonId])).Select(a => a.Other.Id)]));
    }

    private static async Task<Results<Ok<PersonAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, NewRoles wanted, Members members, Memberships memberships, Current current, TimeProvider clock, HttpContext http)
    {
        var member = await members.FindAsync(id);
        if (IfMatch.Refuses(http.Request, member.Tag) is { } refused) return refused;
        await memberships.ChangeAsync(member, new(wanted.Roles, wanted.Reach, wanted.FromOn, wanted.UntilOn));
        return Answer(member, current.Tenant, clock, http.Response);
    }

    private static async Task<Ok<SlipAnswer>> ResetAsync(Guid id, Members members, AccountCare care)
    {
        var slip = await care.ResetAsync(await members.FindAsync(id));
        return TypedResults.Ok(new SlipAnswer(slip.PersonId, slip.Login, slip.Password));
    }

    private static async Task<NoContent> DoAsync(Guid id, Members members, Func<Member, Task> action)
    {
        await action(await members.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static Ok<PersonAnswer> Answer(Member member, Tenant here, TimeProvider clock, HttpResponse response)
    {
        response.Headers.ETag = member.Tag;
        var state = member.StateOn(here.Zone.DayOf(clock.GetUtcNow().UtcDateTime));
        return TypedResults.Ok(new PersonAnswer(member.Id, member.Name, member.Person?.FamilyName, member.Person?.GivenName, member.Person?.Patronymic, member.Person?.Email, member.Person?.Phone, member.Person?.Code, member.Person?.BornOn,
            member.Account?.UserName, state, member.Membership?.Roles ?? [], member.Membership?.Reach, member.Membership?.FromOn, member.Membership?.UntilOn));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
