using System.Text.Json.Serialization;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;
using Integral.Workflows.Inbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Workflows.Api;

/// <summary>The inbox for programs: the same tasks and the same rules as on the screen.</summary>
internal static class InboxApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var inbox = routes.MapGroup("/api/v1/inbox").WithTags("Workflows").RequireAuthorization(WorkflowsModule.Work).AddEndpointFilter<ValidateBody>();
        inbox.MapGet("", ListAsync).WithSummary("What waits for one's roles; side=Mine: on which one works, side=Done: what one has decided; after is the cursor");
        inbox.MapGet("{id:guid}", GetAsync).WithSummary("One task: in what it can end, and what happened before");
        inbox.MapPost("{id:guid}/claim", ClaimAsync).WithSummary("Says that one works on it");
        inbox.MapPost("{id:guid}/release", ReleaseAsync).WithSummary("Gives it back to all who may decide it");
        inbox.MapPost("{id:guid}/decide", DecideAsync).WithSummary("Decides it, with a reason where the outcome needs one");
    }

    private static async Task<Ok<InboxAnswer>> ListAsync(InboxBook book, string? side, string? after, int limit = InboxBook.PageSize)
    {
        Rule.Require(side is null || Enum.TryParse<InboxSide>(side, ignoreCase: true, out _), T.Say("There is no side '{0}' of the inbox.", $"{side}"), "side");
        var page = await book.PageAsync(side is null ? InboxSide.Waiting : Enum.Parse<InboxSide>(side, ignoreCase: true), after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new InboxAnswer([.. page.Rows.Select(r => new TaskInList(r.Id, r.Title, r.Note, r.Task, r.Since, r.DueOn, r.ClaimedBy, r.DecidedAt, r.Outcome))], page.Next));
    }

    private static async Task<Ok<TaskAnswer>> GetAsync(Guid id, InboxDesk desk)
    {
        var (task, of, _, history) = await desk.OpenAsync(id);
        return TypedResults.Ok(new TaskAnswer(task.Id, of.Title, of.Note, task.Title, of.SubjectKind, of.SubjectId, task.IsOpen, task.Actions, task.NeedsReason, task.DueOn, task.ClaimedBy, task.Outcome, task.Reason, history));
    }

    private static async Task<NoContent> ClaimAsync(Guid id, InboxDesk desk)
    {
        await desk.ClaimAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReleaseAsync(Guid id, InboxDesk desk)
    {
        await desk.ReleaseAsync(id);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DecideAsync(Guid id, NewDecision wanted, InboxDesk desk)
    {
        await desk.DecideAsync(id, wanted.Outcome, wanted.Reason);
        return TypedResults.NoContent();
    }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewDecision([property: Required] string Outcome, string? Reason = null);

internal sealed record TaskInList(Guid Id, string Title, string Note, string Task, DateTime Since, DateOnly? DueOn, string? ClaimedBy, DateTime? DecidedAt, string? Outcome);
internal sealed record InboxAnswer(IReadOnlyList<TaskInList> Items, string? Next);
internal sealed record TaskAnswer(Guid Id, string Title, string Note, string Task, string SubjectKind, Guid SubjectId, bool IsOpen, IReadOnlyList<string> Actions, IReadOnlyList<string> NeedsReason, DateOnly? DueOn, string? ClaimedBy, string? Outcome, string? Reason, IReadOnlyList<CaseLine> History);
