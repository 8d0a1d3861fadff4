using System.Globalization;
using System.Text.Json.Serialization;
using Integral.People.Contracts;
using Integral.People.Groups;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>Groups and who is in them for programs: the same rules as on the screens.</summary>
internal static class GroupsApi
{
    private const string Groups = "/api/v1/groups";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Groups).WithTags("People").RequireAuthorization(PeopleModule.ViewGroups);
        read.MapGet("", ListAsync).WithSummary("Groups of a day, today if none is said, and how many are in them on it; q and kind narrow the list, after is the cursor");
        read.MapGet("{id:guid}", GetAsync).WithSummary("One group; the ETag is for changing it");
        read.MapGet("{id:guid}/members", MembersAsync).WithSummary("Who is in it on a day, today if none is said, by name; with all=true everybody who ever was, with the days");

        var write = routes.MapGroup(Groups).WithTags("People").RequireAuthorization(PeopleModule.ManageGroups).AddEndpointFilter<ValidateBody>();
        write.MapPost("", AddAsync).WithSummary("Makes a group");
        write.MapPut("{id:guid}", ChangeAsync).WithSummary("Changes its name, days and seats; If-Match is required");
        write.MapDelete("{id:guid}", DeleteAsync).WithSummary("Puts it into the bin; nobody may be in it today or later");
        write.MapPost("{id:guid}/restore", RestoreAsync).WithSummary("Takes it out of the bin");
        write.MapPost("{id:guid}/members", EnrolAsync).WithSummary("Puts people into it from a day on: all or nobody");
        write.MapPost("{id:guid}/members/end", EndAsync).WithSummary("Lets people leave after a day");
        write.MapPost("{id:guid}/members/move", MoveAsync).WithSummary("Moves people to another group of the kind from a day on");
    }

    private static async Task<Ok<GroupsAnswer>> ListAsync(GroupBook book, string? q, string? kind, DateOnly? on, string? after, int limit = GroupBook.PageSize)
    {
        var day = on ?? book.Today;
        Rule.Require(kind is null || Enum.TryParse<GroupKind>(kind, ignoreCase: true, out _), T.Say("There is no kind of group '{0}'.", $"{kind}"), "kind");
        var page = await book.PageAsync(new(day, q, kind is null ? null : Enum.Parse<GroupKind>(kind, ignoreCase: true), after), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new GroupsAnswer(day, [.. page.Rows.Select(r => new GroupInList(r.Id, r.Kind, r.Name, r.PartOf, r.FromOn, r.UntilOn, r.Seats, r.People))], page.Next));
    }

    private static async Task<Ok<GroupAnswer>> GetAsync(Guid id, GroupBook book, HttpResponse response) => TypedResults.Ok(Answer(await book.FindAsync(id), response));

    private static async Task<Ok<MembersAnswer>> MembersAsync(Guid id, GroupBook book, DateOnly? on, string? after, bool all = false, int limit = GroupBook.PageSize)
    {
        var (group, day) = (await book.FindAsync(id), all ? null : on ?? book.Today as DateOnly?);
        var page = await book.MembersAsync(group.Id, day, after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new MembersAnswer(day, [.. page.Rows.Select(r => new MemberInList(r.Id, r.PersonId, r.Name, r.FromOn, r.UntilOn, r.Reason))], page.Next));
    }

    private static async Task<Created<GroupAnswer>> AddAsync(NewGroup wanted, GroupDesk desk, Current current, HttpResponse response)
    {
        var group = await desk.AddAsync(wanted.Kind!.Value, wanted.PartOf, new(wanted.Name, wanted.FromOn!.Value, wanted.UntilOn, wanted.Seats));
        return TypedResults.Created($"{current.Base}{Groups}/{group.Id}", Answer(group, response));
    }

    private static async Task<Results<Ok<GroupAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, ChangedGroup wanted, GroupBook book, GroupDesk desk, HttpContext http)
    {
        var group = await book.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(group)) is { } refused) return refused;
        await desk.ChangeAsync(group, new(wanted.Name, wanted.FromOn!.Value, wanted.UntilOn, wanted.Seats));
        return TypedResults.Ok(Answer(group, http.Response));
    }

    private static async Task<NoContent> DeleteAsync(Guid id, GroupBook book, GroupDesk desk)
    {
        await desk.DeleteAsync(await book.FindAsync(id), book.Today);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RestoreAsync(Guid id, GroupDesk desk)
    {
        await desk.RestoreAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<EnrolReport>> EnrolAsync(Guid id, NewMembers wanted, GroupBook book, Enrolling enrolling) =>
        TypedResults.Ok(await enrolling.EnrolAsync(await book.FindAsync(id), wanted.People, wanted.FromOn ?? book.Today));

    private static async Task<Ok<EnrolReport>> EndAsync(Guid id, LeavingMembers wanted, GroupBook book, Enrolling enrolling) =>
        TypedResults.Ok(await enrolling.EndAsync(await book.FindAsync(id), wanted.Members, wanted.LastOn ?? book.Today, wanted.Reason));

    private static async Task<Ok<EnrolReport>> MoveAsync(Guid id, MovedMembers wanted, GroupBook book, Enrolling enrolling) =>
        TypedResults.Ok(await enrolling.MoveAsync(await book.FindAsync(id), wanted.Members, await book.FindAsync(wanted.To), wanted.FromOn ?? book.Today));

    private static GroupAnswer Answer(Group group, HttpResponse response)
    {
        response.Headers.ETag = Tag(group);
        return new(group.Id, group.Kind, group.PartOfId, group.Name, group.FromOn, group.UntilOn, group.Seats);
    }

    private static string Tag(Group group) => $"\"{group.Version.ToString(CultureInfo.InvariantCulture)}\"";
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewGroup([property: Required] GroupKind? Kind, [property: Required] string Name, [property: Required] DateOnly? FromOn, DateOnly? UntilOn = null, int? Seats = null, Guid? PartOf = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChangedGroup([property: Required] string Name, [property: Required] DateOnly? FromOn, DateOnly? UntilOn = null, int? Seats = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewMembers([property: Required] IReadOnlyList<Guid> People, DateOnly? FromOn = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LeavingMembers([property: Required] IReadOnlyList<Guid> Members, DateOnly? LastOn = null, string? Reason = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MovedMembers([property: Required] IReadOnlyList<Guid> Members, Guid To, DateOnly? FromOn = null);

internal sealed record GroupInList(Guid Id, GroupKind Kind, string Name, string? PartOf, DateOnly FromOn, DateOnly? UntilOn, int? Seats, int People);

/// <param name="On">The day that all of it is of.</param>
internal sealed record GroupsAnswer(DateOnly On, IReadOnlyList<GroupInList> Items, string? Next);
internal sealed record GroupAnswer(Guid Id, GroupKind Kind, Guid? PartOf, string Name, DateOnly FromOn, DateOnly? UntilOn, int? Seats);

/// <param name="Id">Of the enrolment: by it somebody leaves or is moved.</param>
internal sealed record MemberInList(Guid Id, Guid PersonId, string Name, DateOnly FromOn, DateOnly? UntilOn, string? Reason);

/// <param name="On">The day that it is of; null where it is everybody's who ever was in the group.</param>
internal sealed record MembersAnswer(DateOnly? On, IReadOnlyList<MemberInList> Items, string? Next);
