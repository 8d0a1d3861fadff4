using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Programs.Api;

/// <summary>Programmes that visitors compose, for programs: composed by anybody, worked with by staff.</summary>
internal static class OwnProgrammesApi
{
    private const string Own = "/api/v1/own-programmes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Own + "/modules", OpenAsync).WithTags("Programs").AllowAnonymous().WithSummary("Modules of which one can compose a programme of one's own, by title; q narrows the list, after is the cursor");
        routes.MapPost(Own, ComposeAsync).WithTags("Programs").AllowAnonymous().AddEndpointFilter<ValidateBody>().WithSummary("Composes a programme of modules; its id is what one applies for. The same modules are the same programme");
        var staff = routes.MapGroup(Own).WithTags("Programs").RequireAuthorization(ProgramsModule.Manage).AddEndpointFilter<ValidateBody>();
        staff.MapGet("", ListAsync).WithSummary("Programmes that visitors have composed and applied for, the latest first; after is the cursor");
        staff.MapGet("{id:guid}", async (Guid id, Composing composing) => TypedResults.Ok(OwnProgrammeAnswer.Of(await composing.FindAsync(id)))).WithSummary("One of them with its modules");
        staff.MapPost("{id:guid}/group", TeachAsync).WithSummary("Says in which training group it is taught: whoever is accepted gets a seat there");
        staff.MapPost("{id:guid}/programme", WriteAsync).WithSummary("Writes a programme of the institution with these modules");
    }

    private static async Task<Ok<OpenModulesAnswer>> OpenAsync(ModuleLibrary library, string? q, string? after, int limit = ModuleLibrary.PageSize)
    {
        var page = await library.PageAsync(new(q, IsOpen: true, after), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new OpenModulesAnswer([.. page.Rows.Select(m => new OpenModule(m.Id, m.Title, m.Hours, m.Goals, m.Contents, m.Lecturers))], page.Next));
    }

    private static async Task<Ok<OwnProgrammeAnswer>> ComposeAsync(NewOwnProgramme wanted, Composing composing) => TypedResults.Ok(OwnProgrammeAnswer.Of(await composing.ComposeAsync(wanted.Modules)));

    private static async Task<Ok<OwnProgrammesAnswer>> ListAsync(OwnDesk desk, string? after, int limit = OwnDesk.PageSize)
    {
        var page = await desk.PageAsync(after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new OwnProgrammesAnswer([.. page.Rows.Select(r => new OwnProgrammeInList(r.Id, r.Title, r.Hours, r.Applied, r.HasGroup))], page.Next));
    }

    private static async Task<NoContent> TeachAsync(Guid id, TaughtIn wanted, OwnDesk desk)
    {
        await desk.TeachAsync(await desk.FindAsync(id), wanted.Group);
        return TypedResults.NoContent();
    }

    private static async Task<Created<WrittenId>> WriteAsync(Guid id, WrittenProgramme wanted, OwnDesk desk, Current current)
    {
        var programme = await desk.WriteAsync(await desk.FindAsync(id), wanted.Name);
        return TypedResults.Created($"{current.Base}/api/v1/programmes/{programme.Id}", new WrittenId(programme.Id));
    }
}

internal sealed record WrittenId(Guid Id);
