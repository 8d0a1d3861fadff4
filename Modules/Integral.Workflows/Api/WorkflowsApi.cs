using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Integral.Platform.Web;
using Integral.Workflows.Definitions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Workflows.Api;

/// <summary>Workflows for programs: the same checks and versions as on the screen and in a recipe.</summary>
internal static class WorkflowsApi
{
    private const string Workflows = "/api/v1/workflows";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(Workflows).WithTags("Workflows").AddEndpointFilter<ValidateBody>();
        all.MapGet("", ListAsync).RequireAuthorization(WorkflowsModule.View).WithSummary("The workflows in the order in which they came; after is the cursor");
        all.MapGet("{id:guid}", GetAsync).RequireAuthorization(WorkflowsModule.View).WithSummary("One workflow with its definition as Orchard writes it; the ETag is for changing it");
        all.MapGet("{id:guid}/versions", VersionsAsync).RequireAuthorization(WorkflowsModule.View).WithSummary("Its versions, the newest first; after is the cursor");
        all.MapGet("{id:guid}/versions/{number:int}", VersionAsync).RequireAuthorization(WorkflowsModule.View).WithSummary("What one version said");
        all.MapPost("", PostAsync).RequireAuthorization(WorkflowsModule.Change).WithSummary("Makes a workflow; what is wrong with the definition is told step by step");
        all.MapPut("{id:guid}", PutAsync).RequireAuthorization(WorkflowsModule.Change).WithSummary("Says a workflow anew: a new version, where it says something else. If-Match is required");
    }

    private static async Task<Ok<WorkflowsAnswer>> ListAsync(WorkflowDesk desk, Guid? after, int limit = WorkflowDesk.PageSize)
    {
        var most = Math.Clamp(limit, 1, 100);
        var found = await desk.PageAsync(after, most + 1);
        return TypedResults.Ok(new WorkflowsAnswer([.. found.Take(most).Select(t => new WorkflowInList(t.Id, t.WorkflowTypeId, t.Name, t.Start, t.IsEnabled, t.Number))], found.Count > most ? found[most - 1].Id : null));
    }

    private static async Task<Ok<WorkflowAnswer>> GetAsync(Guid id, WorkflowDesk desk, HttpResponse response) => TypedResults.Ok(await AnswerAsync(await desk.FindAsync(id), desk, response));

    private static async Task<Ok<VersionsAnswer>> VersionsAsync(Guid id, WorkflowDesk desk, int? after, int limit = WorkflowDesk.PageSize)
    {
        var most = Math.Clamp(limit, 1, 100);
        var found = await desk.VersionsAsync(await desk.FindAsync(id), after, most + 1);
        return TypedResults.Ok(new VersionsAnswer([.. found.Take(most)], found.Count > most ? found[most - 1].Number : null));
    }

    private static async Task<Ok<VersionAnswer>> VersionAsync(Guid id, int number, WorkflowDesk desk)
    {
        var version = await desk.VersionAsync(await desk.FindAsync(id), number);
        return TypedResults.Ok(new VersionAnswer(version.Number, version.Author, version.At, Definition(version)));
    }

    private static async Task<Results<Created<WorkflowAnswer>, ProblemHttpResult>> PostAsync(NewWorkflow wanted, WorkflowDesk desk, Texts texts, Current current, HttpResponse response)
    {
        var said = wanted.Said();
        if (Refused(await desk.FaultsAsync(said, null), texts) is { } refused) return refused;
        var (type, _) = await desk.SayAsync(null, said, null);
        return TypedResults.Created($"{current.Base}{Workflows}/{type.Id}", await AnswerAsync(type, desk, response));
    }

    private static async Task<Results<Ok<WorkflowAnswer>, ProblemHttpResult>> PutAsync(Guid id, NewWorkflow wanted, WorkflowDesk desk, Texts texts, HttpContext http)
    {
        var before = await desk.FindAsync(id);
        if (IfMatch.Refuses(http.Request, Tag(before)) is { } quicker) return quicker;
        var said = wanted.Said();
        if (Refused(await desk.FaultsAsync(said, before), texts) is { } refused) return refused;
        var (type, _) = await desk.SayAsync(id, said, before.Version);
        return TypedResults.Ok(await AnswerAsync(type, desk, http.Response));
    }

    // All that is wrong, each with its step: a program can show it where it belongs.
    private static ProblemHttpResult? Refused(IReadOnlyList<GraphFault> faults, Texts texts)
    {
        if (faults.Count == 0) return null;
        var told = faults.Select(f => new FaultAnswer(f.Id, f.Node, texts.Say(f.What))).ToList();
        return TypedResults.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: string.Join(" ", told.Select(f => f.Step.Length > 0 ? $"'{f.Step}': {f.What}" : f.What)), extensions: new Dictionary<string, object?> { ["faults"] = told });
    }

    private static async Task<WorkflowAnswer> AnswerAsync(WorkflowType type, WorkflowDesk desk, HttpResponse response)
    {
        response.Headers.ETag = Tag(type);
        return new(type.Id, type.WorkflowTypeId, type.Name, type.Start, type.IsEnabled, type.Number, Definition(await desk.VersionAsync(type)), await desk.NextAsync(type));
    }

    private static JsonObject Definition(WorkflowVersion version) => JsonNode.Parse(version.Definition)!.AsObject();
    private static string Tag(WorkflowType type) => $"\"{type.Version.ToString(CultureInfo.InvariantCulture)}\"";
}

/// <param name="Definition">With <c>Activities</c> and <c>Transitions</c>, as Orchard writes them.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewWorkflow([property: Required, StringLength(WorkflowType.LongestName)] string Name, [property: Required] bool? IsEnabled, [property: Required] JsonElement? Definition)
{
    /// <exception cref="RuleException">A property stands twice in it: nobody could say which is meant.</exception>
    public SaidWorkflow Said()
    {
        try { return new(Name.Trim(), IsEnabled!.Value, JsonNode.Parse(Definition!.Value.GetRawText(), null, new() { AllowDuplicateProperties = false, MaxDepth = 64 }) as JsonObject ?? []); }
        catch (JsonException) { throw new RuleException("The request can't be read."); }
    }
}

internal sealed record WorkflowInList(Guid Id, string WorkflowTypeId, string Name, string Start, bool IsEnabled, int Number);
internal sealed record WorkflowsAnswer(IReadOnlyList<WorkflowInList> Items, Guid? Next);

/// <param name="Start">Name of the activity with which its cases begin.</param>
/// <param name="Number">Of the version by which new cases go.</param>
/// <param name="NextOn">When the next case begins, where they begin by date.</param>
internal sealed record WorkflowAnswer(Guid Id, string WorkflowTypeId, string Name, string Start, bool IsEnabled, int Number, JsonObject Definition, DateOnly? NextOn);
internal sealed record VersionsAnswer(IReadOnlyList<VersionRow> Items, int? Next);
internal sealed record VersionAnswer(int Number, string Author, DateTime At, JsonObject Definition);

/// <param name="Id">Of the step; empty where it is about the whole.</param>
/// <param name="Step">Its title.</param>
internal sealed record FaultAnswer(string Id, string Step, string What);
