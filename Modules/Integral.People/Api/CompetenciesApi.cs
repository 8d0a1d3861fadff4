using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Specialists;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>The institution's list of competencies for programs.</summary>
internal static class CompetenciesApi
{
    private const string Competencies = "/api/v1/competencies";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Competencies).WithTags("People").RequireAuthorization(PeopleModule.ViewSpecialists);
        read.MapGet("", AllAsync).WithSummary("Competencies by name; there are never more than five hundred");
        read.MapGet("{id:guid}", async (Guid id, CompetencyList list, HttpResponse response) => Tagged(await list.FindAsync(id), response)).WithSummary("One competency; the ETag is for changing it");

        var write = routes.MapGroup(Competencies).WithTags("People").RequireAuthorization(PeopleModule.ManageSpecialists).AddEndpointFilter<ValidateBody>();
        write.MapPost("", AddAsync).WithSummary("Adds a competency");
        write.MapPut("{id:guid}", RenameAsync).WithSummary("Renames a competency, or says whether it is a priority; If-Match is required");
        write.MapDelete("{id:guid}", RemoveAsync).WithSummary("Removes a competency that nobody has and no programme builds");
    }

    public static async Task<Ok<CompetenciesAnswer>> AllAsync(CompetencyList list) => TypedResults.Ok(new CompetenciesAnswer([.. (await list.AllAsync()).Select(Answer)], null));

    private static async Task<Created<CompetencyAnswer>> AddAsync(NewCompetency wanted, CompetencyList list, Current current)
    {
        var one = await list.AddAsync(wanted.ToWords());
        return TypedResults.Created($"{current.Base}{Competencies}/{one.Id}", Answer(one));
    }

    private static async Task<Results<Ok<CompetencyAnswer>, ProblemHttpResult>> RenameAsync(Guid id, NewCompetency wanted, CompetencyList list, HttpContext http)
    {
        var one = await list.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(one)) is { } refused) return refused;
        await list.RenameAsync(one, wanted.ToWords());
        return Tagged(one, http.Response);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, CompetencyList list)
    {
        await list.RemoveAsync(await list.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static Ok<CompetencyAnswer> Tagged(Competency one, HttpResponse response)
    {
        response.Headers.ETag = Tag(one);
        return TypedResults.Ok(Answer(one));
    }

    private static CompetencyAnswer Answer(Competency one) => new(one.Id, one.Ru, one.Kk, one.Uk, one.En, one.IsPriority);
    private static string Tag(Competency one) => $"\"{one.Version.ToString(CultureInfo.InvariantCulture)}\"";
}
