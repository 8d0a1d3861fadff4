using Integral.Platform.Web;
using Integral.Workflows.Cases;
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
        inbox.MapGet("", ListAsync).WithSummary("What waits for one's roles and groups, or for one alone; side=Mine: on which one works, side=Done: what one has decided; q, stage, due, free and sort as on the screen; after is the cursor");
        inbox.MapGet("stages", StagesAsync).WithSummary("Where one may decide, and how much waits there, counted to a thousand");
        inbox.MapGet("followed", FollowedAsync).WithSummary("What one follows, the latest first; after is the cursor");
        inbox.MapPost("decide", DecideManyAsync).WithSummary("Decides many alike, each on its own: says which couldn't be, and by what the others can be taken back");
        inbox.MapPost("take-back/{with:guid}", TakeBackAsync).WithSummary("Takes back what one has decided at once, within a day and where nothing has happened since");
        inbox.MapGet("{id:guid}", GetAsync).WithSummary("One task: in what it can end, what is asked, and what happened before");
        inbox.MapGet("{id:guid}/colleagues", ColleaguesAsync).WithSummary("To whom it can be given");
        inbox.MapPost("{id:guid}/claim", ClaimAsync).WithSummary("Says that one works on it");
        inbox.MapPost("{id:guid}/release", ReleaseAsync).WithSummary("Gives it back to all who may decide it");
        inbox.MapPost("{id:guid}/give", GiveAsync).WithSummary("Has a colleague work on it who may decide it");
        inbox.MapPost("{id:guid}/decide", DecideAsync).WithSummary("Decides it, with a reason and answers where the outcome needs them; says by what that can be taken back");
        inbox.MapPost("{id:guid}/follow", FollowAsync).WithSummary("Shows its case among what one follows");
        inbox.MapDelete("{id:guid}/follow", UnfollowAsync).WithSummary("Doesn't any longer");
    }

    private static async Task<Ok<InboxAnswer>> ListAsync(InboxBook book, string? side, string? q, Guid? stage, string? due, string? sort, string? after, bool free = false, int limit = InboxBook.PageSize)
    {
        var wanted = Read(side, "side", InboxSide.Waiting);
        Rule.Require(wanted != InboxSide.Followed, T.Say("There is no '{0}' here.", $"{side}"), "side");
        var filter = new InboxFilter(wanted, q, stage, due is null ? null : Read(due, "due", InboxDue.Late), free, Read(sort, "sort", InboxSort.Oldest));
        var page = await book.PageAsync(filter, after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new InboxAnswer([.. page.Rows.Select(r => new TaskInList(r.Id, r.Stage, r.Title, r.Note, r.Task, r.Since, r.DueOn, r.ClaimedBy, r.Actions, r.DecidedAt, r.Outcome))], page.Next));
    }

    private static async Task<Ok<StagesAnswer>> StagesAsync(InboxBook book, Colleagues colleagues, Guid? after, int limit = InboxBook.PageSize)
    {
        var columns = (await book.CountAsync()).Columns;
        var rest = columns.SkipWhile(c => after is not null && c.Id != after).Skip(after is null ? 0 : 1).ToList();
        var names = await colleagues.NamesAsync([.. rest.SelectMany(c => c.Stages)]);
        var part = rest.Take(Math.Clamp(limit, 1, 100)).Select(c => new StageAnswer(c.Id, c.Title, [.. c.Stages.SelectMany(s => s.Roles).Distinct()],
            [.. c.Stages.SelectMany(s => s.People.Concat(s.Groups)).Distinct().Where(names.ContainsKey).Select(n => names[n])], c.Count, c.IsMore)).ToList();
        return TypedResults.Ok(new StagesAnswer(part, part.Count < rest.Count ? part[^1].Id : null));
    }

    private static async Task<Ok<FollowedAnswer>> FollowedAsync(InboxBook book, string? after, int limit = InboxBook.PageSize)
    {
        var page = await book.FollowedAsync(after, Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new FollowedAnswer([.. page.Rows.Select(r => new FollowedInList(r.Task, r.Title, r.Note, $"{r.Status}", r.Waits, r.StartedAt))], page.Next));
    }

    private static async Task<Ok<TaskAnswer>> GetAsync(Guid id, InboxDesk desk)
    {
        var opened = await desk.OpenAsync(id);
        var (task, of) = (opened.Task, opened.Case);
        return TypedResults.Ok(new TaskAnswer(task.Id, of.Title, of.Note, task.Title, of.SubjectKind, of.SubjectId, task.IsOpen, task.Actions, task.NeedsReason, opened.Phrases, [.. task.Fields.Select(f => new AskedAnswer(f.Name, f.Label, f.Kind, f.Choices, f.RequiredFor))], task.DueOn, task.ClaimedBy, task.Outcome, task.Reason, opened.IsFollowed, opened.History, opened.Card?.Changes ?? []));
    }

    private static async Task<Ok<ColleaguesAnswer>> ColleaguesAsync(Guid id, InboxDesk desk) => TypedResults.Ok(new ColleaguesAnswer(await desk.ColleaguesAsync(id)));
    private static async Task<NoContent> ClaimAsync(Guid id, InboxDesk desk) => await DoneAsync(desk.ClaimAsync(id));
    private static async Task<NoContent> ReleaseAsync(Guid id, InboxDesk desk) => await DoneAsync(desk.ReleaseAsync(id));
    private static async Task<NoContent> GiveAsync(Guid id, NewWorker wanted, InboxDesk desk) => await DoneAsync(desk.GiveAsync(id, wanted.AccountId!.Value));
    private static async Task<NoContent> FollowAsync(Guid id, InboxDesk desk) => await DoneAsync(desk.FollowAsync(id, true));
    private static async Task<NoContent> UnfollowAsync(Guid id, InboxDesk desk) => await DoneAsync(desk.FollowAsync(id, false));
    private static async Task<Ok<Decided>> DecideAsync(Guid id, NewDecision wanted, InboxDesk desk) => TypedResults.Ok(new Decided(await desk.DecideAsync(id, wanted.Outcome, wanted.Reason, wanted.Answers ?? new Dictionary<string, string?>())));
    private static async Task<Ok<ManyDecided>> DecideManyAsync(NewDecisions wanted, BulkDecisions bulk, Texts texts) => TypedResults.Ok(Told(await bulk.DecideAsync(wanted.Ids, wanted.Outcome, wanted.Reason), texts));
    private static async Task<Ok<ManyDecided>> TakeBackAsync(Guid with, BulkDecisions bulk, Texts texts) => TypedResults.Ok(Told(await bulk.TakeBackAsync(with), texts));

    private static async Task<NoContent> DoneAsync(Task work)
    {
        await work;
        return TypedResults.NoContent();
    }

    private static ManyDecided Told(BulkReport report, Texts texts) => new(report.Done, [.. report.Refused.Select(r => new NotDecided(r.Id, r.Title, texts.Say(r.Why)))], report.With);

    private static TEnum Read<TEnum>(string? said, string field, TEnum usual) where TEnum : struct, Enum
    {
        if (said is null) return usual;
        Rule.Require(Enum.TryParse<TEnum>(said, ignoreCase: true, out var value) && Enum.IsDefined(value), T.Say("There is no '{0}' here.", said), field);
        return value;
    }
}
