using Integral.People.Contracts;
using Integral.Programs.Competencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Programs.Api;

/// <summary>The priority competencies of the region for programs: what visitors see of them.</summary>
internal static class PrioritiesApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/priority-competencies", ListAsync).WithTags("Programs").AllowAnonymous().WithSummary("Competencies that the region needs before others, by name, each with the programmes in the catalogue that build it; there are never more than five hundred");

    private static async Task<Ok<PrioritiesAnswer>> ListAsync(BuiltCompetencies competencies) => TypedResults.Ok(new PrioritiesAnswer(
        [.. (await competencies.PrioritiesAsync()).Select(c => new PriorityAnswer(c.Id, c.Name, [.. c.Programmes.Select(p => new BuildingAnswer(p.Slug, p.Name, p.Hours, p.Form, p.Level, p.Until))]))], null));
}

/// <param name="Slug">The end of its public address.</param>
internal sealed record BuildingAnswer(string Slug, string Name, int Hours, StudyForm Form, CompetencyLevel? Level, DateOnly? ApplyUntil);
internal sealed record PriorityAnswer(Guid Id, string Name, IReadOnlyList<BuildingAnswer> Programmes);
internal sealed record PrioritiesAnswer(IReadOnlyList<PriorityAnswer> Items, string? Next);
