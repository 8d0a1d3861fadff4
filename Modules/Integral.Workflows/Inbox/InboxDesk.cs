using Integral.Platform.Messaging;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;

namespace Integral.Workflows.Inbox;

/// <summary>A task with all that is needed to decide it.</summary>
/// <param name="Card">Null where the subject's module isn't built in any more.</param>
internal sealed record OpenedTask(CaseTask Task, WorkflowCase Case, SubjectCard? Card, IReadOnlyList<CaseLine> History);

/// <summary>Where people decide, for the screen and the API alike.</summary>
internal sealed class InboxDesk(Db db, Current current, InboxBook book, CaseRunner runner, KnownActivities activities, Outbox outbox, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is none within one's reach.</exception>
    public async Task<OpenedTask> OpenAsync(Guid id)
    {
        var task = await book.Within().AsNoTracking().SingleOr404Async(t => t.Id == id);
        var of = await db.WorkflowCases.AsNoTracking().SingleAsync(c => c.Id == task.CaseId);
        var card = activities.Subjects(of.SubjectKind) is { } subjects ? await subjects.ShowAsync(db, of.SubjectId) : null;
        return new(task, of, card, await CaseViews.HistoryAsync(db, [of.Id]));
    }

    /// <summary>Says that one works on it; from whom it is taken over sees that in the history.</summary>
    public Task ClaimAsync(Guid id) => DoAsync(id, (task, who) =>
    {
        if (task.ClaimedBy is { } before && task.ClaimedById != who.AccountId)
            db.Add(new CaseStep { CaseId = task.CaseId, Activity = task.Activity, Title = CaseWords.TakenOver.Key, Reason = before, Who = who.Name, AccountId = who.AccountId, At = clock.GetUtcNow().UtcDateTime });
        task.Claim(who.AccountId, who.Name);
        return db.SaveChangesAsync();
    });

    public Task ReleaseAsync(Guid id) => DoAsync(id, (task, who) =>
    {
        task.Release(who.AccountId);
        return db.SaveChangesAsync();
    });

    /// <exception cref="RuleException">Somebody else has decided it, or it needs a reason.</exception>
    public Task DecideAsync(Guid id, string outcome, string? reason) => DoAsync(id, (task, who) => runner.DecideAsync(new(db, current.Tenant, who.Name, who.AccountId) { Outbox = outbox }, task, outcome, reason));

    private async Task DoAsync(Guid id, Func<CaseTask, SignedIn, Task> work)
    {
        db.ChangeTracker.Clear();       // what the page has read is of before
        await db.WriteAsync(async () => await work(await book.Within().SingleOr404Async(t => t.Id == id), current.Account!));
    }
}
