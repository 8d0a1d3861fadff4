using System.Globalization;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Programs.Api;

/// <summary>The library of modules, and the modules of programmes, for programs.</summary>
internal static class ModulesApi
{
    private const string Library = "/api/v1/modules", Programmes = "/api/v1/programmes/{id:guid}/modules";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var library = routes.MapGroup(Library).WithTags("Programs").RequireAuthorization(ProgramsModule.Compose).AddEndpointFilter<ValidateBody>();
        library.MapGet("", ListAsync).WithSummary("The library's modules by title; q and open=true narrow the list, after is the cursor");
        library.MapGet("{id:guid}", GetAsync).WithSummary("One module of the library; the ETag is for changing it");
        library.MapPost("", AddAsync).WithSummary("Writes a module into the library");
        library.MapPut("{id:guid}", ChangeAsync).WithSummary("Changes a module of the library; programmes that took it keep what they have; If-Match is required");
        library.MapDelete("{id:guid}", DeleteAsync).WithSummary("Puts a module of the library into the bin");
        library.MapPost("{id:guid}/restore", RestoreAsync).WithSummary("Takes a module of the library out of the bin");

        var own = routes.MapGroup(Programmes).WithTags("Programs").RequireAuthorization(ProgramsModule.Compose).AddEndpointFilter<ValidateBody>();
        own.MapGet("", OfAsync).WithSummary("A programme's modules in their order; there are never more than sixty");
        own.MapGet("{module:guid}", OneAsync).WithSummary("One module of a programme; the ETag is for changing it");
        own.MapPost("", WriteAsync).WithSummary("Writes a module into a programme, at its end");
        own.MapPost("take", TakeAsync).WithSummary("Takes a copy of a module of the library into a programme");
        own.MapPut("{module:guid}", RewriteAsync).WithSummary("Changes a module of a programme; If-Match is required");
        own.MapPost("{module:guid}/renew", RenewAsync).WithSummary("Takes over what the library says of it today");
        own.MapPost("{module:guid}/move", MoveAsync).WithSummary("Puts it to another place");
        own.MapDelete("{module:guid}", RemoveAsync).WithSummary("Takes a module out of a programme");
    }

    private static async Task<Ok<LibraryModulesAnswer>> ListAsync(ModuleLibrary library, string? q, string? after, bool open = false, int limit = ModuleLibrary.PageSize)
    {
        var page = await library.PageAsync(new(q, open, after), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new LibraryModulesAnswer([.. page.Rows.Select(LibraryModuleAnswer.Of)], page.Next));
    }

    private static async Task<Ok<LibraryModuleAnswer>> GetAsync(Guid id, ModuleLibrary library, HttpResponse response) => Tagged(await library.FindAsync(id), response);

    private static async Task<Created<LibraryModuleAnswer>> AddAsync(NewLibraryModule wanted, ModuleLibrary library, Current current)
    {
        var module = await library.AddAsync(wanted.Said(), wanted.IsOpen);
        return TypedResults.Created($"{current.Base}{Library}/{module.Id}", LibraryModuleAnswer.Of(module));
    }

    private static async Task<Results<Ok<LibraryModuleAnswer>, ProblemHttpResult>> ChangeAsync(Guid id, NewLibraryModule wanted, ModuleLibrary library, HttpContext http)
    {
        var module = await library.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(module)) is { } refused) return refused;
        await library.ChangeAsync(module, wanted.Said(), wanted.IsOpen);
        return Tagged(module, http.Response);
    }

    private static async Task<NoContent> DeleteAsync(Guid id, ModuleLibrary library)
    {
        await library.DeleteAsync(await library.FindAsync(id));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RestoreAsync(Guid id, ModuleLibrary library)
    {
        await library.RestoreAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ProgrammeModulesAnswer>> OfAsync(Guid id, ProgrammeBook book) =>
        TypedResults.Ok(new ProgrammeModulesAnswer([.. (await book.FindAsync(id)).InOrder().Select(ProgrammeModuleAnswer.Of)], null));

    private static async Task<Ok<ProgrammeModuleAnswer>> OneAsync(Guid id, Guid module, ProgrammeBook book, HttpResponse response) => Tagged(ModuleDesk.Find(await book.FindAsync(id), module), response);

    private static async Task<Created<ProgrammeModuleAnswer>> WriteAsync(Guid id, NewModule wanted, ProgrammeBook book, ModuleDesk desk, Current current) =>
        Created(id, await desk.AddAsync(await book.FindAsync(id), wanted.Said()), current);

    private static async Task<Created<ProgrammeModuleAnswer>> TakeAsync(Guid id, TakenModule wanted, ProgrammeBook book, ModuleLibrary library, ModuleDesk desk, Current current)
    {
        var (programme, from) = (await book.FindAsync(id), await library.FindAsync(wanted.Module!.Value));
        return Created(id, await desk.TakeAsync(programme, from), current);
    }

    private static async Task<Results<Ok<ProgrammeModuleAnswer>, ProblemHttpResult>> RewriteAsync(Guid id, Guid module, NewModule wanted, ProgrammeBook book, ModuleDesk desk, HttpContext http)
    {
        var programme = await book.FindAsync(id);
        var one = ModuleDesk.Find(programme, module);
        if (IfMatch.Refuses(http.Request, Tag(one)) is { } refused) return refused;
        await desk.ChangeAsync(programme, one, wanted.Said());
        return Tagged(one, http.Response);
    }

    private static Task<NoContent> RenewAsync(Guid id, Guid module, ProgrammeBook book, ModuleDesk desk) => DoAsync(id, module, book, desk.RenewAsync);

    private static Task<NoContent> MoveAsync(Guid id, Guid module, NewPlace wanted, ProgrammeBook book, ModuleDesk desk) => DoAsync(id, module, book, (programme, one) => desk.MoveAsync(programme, one, wanted.Place!.Value));

    private static Task<NoContent> RemoveAsync(Guid id, Guid module, ProgrammeBook book, ModuleDesk desk) => DoAsync(id, module, book, desk.RemoveAsync);

    private static async Task<NoContent> DoAsync(Guid id, Guid module, ProgrammeBook book, Func<Programme, ProgrammeModule, Task> work)
    {
        var programme = await book.FindAsync(id);
        await work(programme, ModuleDesk.Find(programme, module));
        return TypedResults.NoContent();
    }

    private static Created<ProgrammeModuleAnswer> Created(Guid programme, ProgrammeModule module, Current current) =>
        TypedResults.Created($"{current.Base}/api/v1/programmes/{programme}/modules/{module.Id}", ProgrammeModuleAnswer.Of(module));

    private static Ok<LibraryModuleAnswer> Tagged(LibraryModule module, HttpResponse response)
    {
        response.Headers.ETag = Tag(module);
        return TypedResults.Ok(LibraryModuleAnswer.Of(module));
    }

    private static Ok<ProgrammeModuleAnswer> Tagged(ProgrammeModule module, HttpResponse response)
    {
        response.Headers.ETag = Tag(module);
        return TypedResults.Ok(ProgrammeModuleAnswer.Of(module));
    }

    private static string Tag(TaughtModule module) => $"\"{module.Version.ToString(CultureInfo.InvariantCulture)}\"";
}
