using Integral.Workflows.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Workflows.Api;

/// <summary>Calls of workflows to other systems, for programs.</summary>
internal static class CallsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/api/v1/workflow-calls").WithTags("Workflows").RequireAuthorization(WorkflowsModule.Change);
        calls.MapGet("", ListAsync).WithSummary("What workflows tell other systems and what became of it, the latest first; stage narrows it, after is the cursor");
        calls.MapPost("{id:guid}/resend", ResendAsync).WithSummary("Makes a call that was given up once more");
    }

    private static async Task<Ok<CallsAnswer>> ListAsync(CallLog log, Texts texts, CallStage? stage, Guid? after, int limit = CallLog.PageSize)
    {
        var most = Math.Clamp(limit, 1, 100);
        var found = await log.PageAsync(stage, after, most + 1);
        return TypedResults.Ok(new CallsAnswer([.. found.Take(most).Select(c => new CallInList(c.Id, c.CaseId, c.Step, c.Address, c.CreatedAt, c.Stage, c.Tries, c.DueAt, c.EndedAt, c.Why is { } why ? texts.Say(why) : null))], found.Count > most ? found[most - 1].Id : null));
    }

    private static async Task<NoContent> ResendAsync(Guid id, CallLog log)
    {
        await log.ResendAsync(id);
        return TypedResults.NoContent();
    }
}

/// <param name="Why">What was wrong the last time, in the reader's language.</param>
internal sealed record CallInList(Guid Id, Guid CaseId, string Step, string Address, DateTime CreatedAt, CallStage Stage, int Tries, DateTime? DueAt, DateTime? EndedAt, string? Why);
internal sealed record CallsAnswer(IReadOnlyList<CallInList> Items, Guid? Next);
