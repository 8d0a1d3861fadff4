using Integral.Platform.Messaging;
using Integral.Ui.Diagrams;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Integral.Workflows.Drawing;

namespace Integral.Workflows.Inbox;

/// <summary>A task with all that is needed to decide it.</summary>
/// <param name="Card">Null where the subject's module isn't built in any more.</param>
/// <param name="Phrases">Ready words for a reason.</param>
/// <param name="IsFollowed">By the current person.</param>
/// <param name="Way">Of the case through its workflow, to be drawn.</param>
internal sealed record OpenedTask(CaseTask Task, WorkflowCase Case, SubjectCard? Card, IReadOnlyList<CaseLine> History, IReadOnlyList<string> Phrases, bool IsFollowed, Diagram Way);

/// <summary>Where people decide, for the screen and the API alike.</summary>
internal sealed class InboxDesk(Db db, Current current, InboxBook book, CaseRunner runner, KnownActivities activities, Colleagues colleagues, Outbox outbox, GraphDrawing drawing)
{
    /// <exception cref="NotFoundException">There is none within one's reach.</exception>
    public async Task<OpenedTask> OpenAsync(Guid id)
    {
        var (me, task) = (current.Account!.AccountId, await (await book.WithinAsync()).AsNoTracking().SingleOr404Async(t => t.Id == id));
        var of = await db.WorkflowCases.AsNoTracking().SingleAsync(c => c.Id == task.CaseId);
        var graph = Graph.Read(await db.WorkflowVersions.Where(v => v.Id == of.VersionId).Select(v => v.Definition).SingleAsync());
        var card = activities.Subjects(of.SubjectKind) is { } subjects ? await subjects.ShowAsync(db, of.SubjectId) : null;
        return new(task, of, card, await CaseViews.HistoryAsync(db, of), graph.Find(task.Activity)?.Texts(UserTask.Phrases) ?? [], await db.Followers.AnyAsync(f => f.CaseId == of.Id && f.AccountId == me),
            drawing.Of(graph, await CasePath.OfAsync(db, of, graph)));
    }

    /// <summary>Says that one works on it; from whom it is taken over sees that in the history.</summary>
    public Task ClaimAsync(Guid id) => DoAsync(id, (task, acting) => runner.ClaimAsync(acting, task, (acting.AccountId!.Value, acting.Who)));

    public Task ReleaseAsync(Guid id) => DoAsync(id, (task, acting) => runner.ReleaseAsync(acting, task));

    /// <summary>Has a colleague work on it: one of those who may decide it.</summary>
    /// <exception cref="RuleException">They may not, or it was decided meanwhile.</exception>
    public async Task GiveAsync(Guid id, Guid account)
    {
        var stage = await StageOfAsync(id);
        var whom = (await colleagues.OfAsync(stage)).FirstOrDefault(c => c.AccountId == account) ?? throw new RuleException("Only somebody who may decide it can work on it.", "To");
        await DoAsync(id, (task, acting) => runner.ClaimAsync(acting, task, (whom.AccountId, whom.Name)));
    }

    /// <summary>To whom a task can be given.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(Guid id) => [.. (await colleagues.OfAsync(await StageOfAsync(id))).Where(c => c.AccountId != current.Account!.AccountId)];

    /// <param name="id">Of the task.</param>
    /// <param name="outcome">One of its own.</param>
    /// <param name="reason">Needed for some.</param>
    /// <param name="answers">To what is asked, by the names of the questions; null where nobody was shown them.</param>
    /// <returns>By which it can be taken back.</returns>
    /// <exception cref="RuleException">Somebody else has decided it, or it needs a reason or answers.</exception>
    public Task<Guid> DecideAsync(Guid id, string outcome, string? reason, IReadOnlyDictionary<string, string?>? answers = null) => DecideAsync(id, new(outcome, reason, Guid.CreateVersion7(), answers));

    internal async Task<Guid> DecideAsync(Guid id, Decision decision)
    {
        await DoAsync(id, (task, acting) => runner.DecideAsync(acting, task, decision));
        return decision.With;
    }

    internal Task TakeBackAsync(Guid id) => DoAsync(id, (task, acting) => runner.TakeBackAsync(acting, task));

    /// <summary>Shows the case among what one follows, or no longer.</summary>
    public Task FollowAsync(Guid id, bool follow) => DoAsync(id, async (task, acting) =>
    {
        var (of, me) = (task.CaseId, acting.AccountId!.Value);
        var there = await db.Followers.FirstOrDefaultAsync(f => f.CaseId == of && f.AccountId == me);
        if (follow && there is null) db.Add(new Follower { CaseId = of, AccountId = me });
        else if (!follow && there is not null) db.Remove(there);
        await db.SaveChangesAsync();
    });

    private async Task<Stage> StageOfAsync(Guid id)
    {
        var task = await (await book.WithinAsync()).AsNoTracking().SingleOr404Async(t => t.Id == id);
        return await db.Stages.AsNoTracking().SingleAsync(s => s.Id == task.StageId);
    }

    private async Task DoAsync(Guid id, Func<CaseTask, Acting, Task> work)
    {
        var (within, who) = (await book.WithinAsync(), current.Account!);
        db.ChangeTracker.Clear();       // what the page has read is of before
        await db.WriteAsync(async () => await work(await within.SingleOr404Async(t => t.Id == id), new(db, current.Tenant, who.Name, who.AccountId) { Outbox = outbox }));
    }
}
