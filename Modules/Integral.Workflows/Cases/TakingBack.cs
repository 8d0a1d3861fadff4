using System.Text.Json.Nodes;
using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>
/// A decision is taken back: what its turn did is undone step by step, the last first, and the case waits where it waited. Only while nothing else has happened to the
/// case: what somebody has gone on with stays. The history keeps both.
/// </summary>
internal sealed class TakingBack(Acting acting, WorkflowCase of, Graph graph, KnownActivities activities, DateTime now)
{
    public static readonly TimeSpan Within = TimeSpan.FromHours(24);

    /// <summary>Why one's own decision can't be taken back any more, as far as the task itself tells; null where it can.</summary>
    public static Sentence? Closed(CaseTask task, Guid? account, DateTime now) => task switch
    {
        { Outcome: null } or { PlacesBefore: null } => T.Say("There is no decision to take back."),
        _ when task.DecidedById != account => T.Say("{0} has decided this: only they can take it back.", $"{task.DecidedBy}"),
        _ when now > task.DecidedAt + Within => T.Say("A decision can be taken back for a day."),
        _ => null,
    };

    /// <exception cref="RuleException">It isn't theirs, it is too late, or somebody has gone on with it.</exception>
    public async Task DoAsync(CaseTask task)
    {
        if (Closed(task, acting.AccountId, now) is { } closed) throw new RuleException(closed);
        var (db, id, history, decided) = (acting.Db, of.Id, acting.Db.CaseSteps, task.Id);
        var steps = await history.Where(s => s.CaseId == id && s.Number >= history.Where(d => d.TaskId == decided).Min(d => d.Number)).OrderByDescending(s => s.Number).ToListAsync();
        Rule.Require(steps.TrueForAll(s => s.TaskId == task.Id), "Something has happened since: what was decided stays.");
        Rule.Require(of.ParentId is null || of.Status == CaseStatus.Running, "The workflow that called this one has gone on: what was decided stays.");
        var (places, tasks) = (Json.Read<Tokens>(task.PlacesBefore!)!, await db.CaseTasks.Where(t => t.CaseId == id).ToListAsync());
        var waited = places.All.Select(t => t.Id).ToHashSet();
        Rule.Require(await CalledCases.AreUntouchedAsync(acting, of, waited), "Something has happened since: what was decided stays.");
        await CalledCases.CallOffAsync(acting, of, waited, now);
        foreach (var next in tasks.Where(t => t.IsOpen && !waited.Contains(t.TokenId)))
        {
            Rule.Require(next.ClaimedById is null || next.ClaimedById == acting.AccountId, T.Say("{0} works on what came of it.", $"{next.ClaimedBy}"));
            next.CallOff(now);
        }
        foreach (var step in steps)
        {
            await UndoAsync(step);
            step.TaskId = null;
        }
        var outcome = task.Outcome;
        of.Decide(tasks.Where(t => t.Id != task.Id && t.Outcome is not null).OrderBy(t => t.DecidedAt).LastOrDefault()?.Outcome);
        of.Return(task.PlacesBefore!);
        foreach (var former in tasks.Where(t => !t.IsOpen && waited.Contains(t.TokenId) && (t.Id == task.Id || t.Outcome is null))) former.Reopen();
        db.Add(new CaseStep { CaseId = id, Number = of.NextStep(), Activity = task.Activity, Title = CaseWords.TakenBack.Key, Outcome = outcome, Who = acting.Who, AccountId = acting.AccountId, At = now });
    }

    private async Task UndoAsync(CaseStep step)
    {
        if (graph.Find(step.Activity) is not { } node || activities.Find(node.Kind) is not { } activity) throw new RuleException(T.Say("What followed from it can't be taken back."));
        await activity.UndoAsync(new(acting, of.Subject, node.Said, now) { Kept = step.Kept, Facts = () => Task.FromResult(new JsonObject()) });
    }
}
