using System.Globalization;
using Integral.People.Specialists;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>The staff base for programs: all of it, or apart from it that of one's own organisations. The same rules as on the screens.</summary>
internal static class SpecialistsApi
{
    private const string All = "/api/v1/specialists", Own = "/api/v1/own-specialists";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Read(routes.MapGroup(All).WithTags("People").RequireAuthorization(PeopleModule.ViewSpecialists), _ => Task.FromResult(SpecialistReach.All));
        Write(routes.MapGroup(All).WithTags("People").RequireAuthorization(PeopleModule.ManageSpecialists).AddEndpointFilter<ValidateBody>(), All, _ => Task.FromResult(SpecialistReach.All));
        var own = routes.MapGroup(Own).WithTags("People").RequireAuthorization(PeopleModule.OwnSpecialists).AddEndpointFilter<ValidateBody>();
        Read(own, o => o.ReachAsync());
        Write(own, Own, o => o.ReachAsync());
        own.MapGet("organisations", async (OwnOrganisations organisations) => TypedResults.Ok(new OwnOrganisationsAnswer([.. (await organisations.AllAsync()).Select(o => new OwnOrganisationAnswer(o.Id, o.Name))], null)))
            .WithSummary("The organisations whose staff one keeps, by name; few");
        own.MapGet("competencies", CompetenciesApi.AllAsync).WithSummary("The competencies to choose from; there are never more than five hundred");
    }

    private static void Read(RouteGroupBuilder group, Func<OwnOrganisations, Task<SpecialistReach>> reach)
    {
        group.MapGet("", async (SpecialistBook book, OwnOrganisations own, string? q = null, Guid? organisation = null, Guid? competency = null, int? hours = null, string? after = null, int limit = SpecialistBook.PageSize) =>
        {
            var page = await book.PageAsync(new(q, organisation, competency, hours, after), await reach(own), Math.Clamp(limit, 1, 100));
            return TypedResults.Ok(new SpecialistsAnswer([.. page.Rows.Select(Answer)], page.Next));
        }).WithSummary("Staff by name; q, organisation (zeroes: the institution itself), competency and hours (at least so many a week) narrow the list, after is the cursor");
        group.MapGet("{id:guid}", async (Guid id, SpecialistBook book, OwnOrganisations own, HttpResponse response) => await TaggedAsync(await book.FindAsync(id, await reach(own)), book, response)).WithSummary("One of them; the ETag is for changing it");
    }

    private static void Write(RouteGroupBuilder group, string path, Func<OwnOrganisations, Task<SpecialistReach>> reach)
    {
        group.MapPost("", async (NewSpecialist wanted, SpecialistBook book, SpecialistDesk desk, OwnOrganisations own, Current current) =>
        {
            var one = await desk.AddAsync(wanted.ToWords(), await reach(own));
            return TypedResults.Created($"{current.Base}{path}/{one.Id}", Answer((await book.RowsAsync([one]))[0]));
        }).WithSummary("Adds somebody");
        group.MapPut("{id:guid}", async Task<Results<Ok<SpecialistAnswer>, ProblemHttpResult>> (Guid id, NewSpecialist wanted, SpecialistBook book, SpecialistDesk desk, OwnOrganisations own, HttpContext http) =>
        {
            var within = await reach(own);
            var one = await book.FindAsync(id, within);
            if (IfMatch.Refuses(http.Request, Tag(one)) is { } refused) return refused;
            await desk.ChangeAsync(one, wanted.ToWords(), within);
            return await TaggedAsync(one, book, http.Response);
        }).WithSummary("Changes what is said of somebody, all of it; If-Match is required");
        group.MapDelete("{id:guid}", async (Guid id, SpecialistBook book, SpecialistDesk desk, OwnOrganisations own) =>
        {
            await desk.DeleteAsync(await book.FindAsync(id, await reach(own)));
            return TypedResults.NoContent();
        }).WithSummary("Puts somebody into the bin");
        group.MapPost("{id:guid}/restore", async (Guid id, SpecialistDesk desk, OwnOrganisations own) =>
        {
            await desk.RestoreAsync(id, await reach(own));
            return TypedResults.NoContent();
        }).WithSummary("Takes somebody out of the bin");
    }

    private static async Task<Ok<SpecialistAnswer>> TaggedAsync(Specialist one, SpecialistBook book, HttpResponse response)
    {
        response.Headers.ETag = Tag(one);
        return TypedResults.Ok(Answer((await book.RowsAsync([one]))[0]));
    }

    private static SpecialistAnswer Answer(SpecialistRow row) => new(row.Of.Id, row.Of.Name, row.Of.OrganisationId, row.Organisation, row.Of.Post, row.Of.Qualification, row.Of.HoursAWeek,
        [.. row.Skills.Select(s => new SkillAnswer(s.Competency, s.Name, s.Level))]);

    private static string Tag(Specialist one) => $"\"{one.Version.ToString(CultureInfo.InvariantCulture)}\"";
}
