using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>Has cases begin and go on, for screens, the API, recipes and jobs alike. Of one case only one turn happens at a time.</summary>
internal sealed class CaseRunner(CaseMeans means) : IWorkflows
{
    public async Task<bool> StartAsync(Acting acting, string start, CaseSubject subject)
    {
        var db = acting.Db;
        var version = await (from t in db.WorkflowTypes
                             where t.IsEnabled && t.Start == start
                             orderby t.Name, t.Id
                             join v in db.WorkflowVersions on new { TypeId = t.Id, t.Number } equals new { v.TypeId, v.Number }
                             select v).AsNoTracking().FirstOrDefaultAsync();
        if (version is null) return false;
        var begun = new WorkflowCase(version.Id, subject, acting.At ?? means.Clock.GetUtcNow().UtcDateTime);
        db.Add(begun);
        await new CaseTurn(acting, begun, Graph.Read(version.Definition), means).StartAsync();
        await db.SaveChangesAsync();
        return true;
    }

    public async Task<bool> SignalAsync(Acting acting, string kind, Guid id, string signal)
    {
        var isHeard = false;
        foreach (var running in await RunningAsync(acting.Db, kind, id))
        {
            var graph = await OpenAsync(acting.Db, running);
            foreach (var token in running.Tokens.All.Where(t => graph.Find(t.Activity) is { Kind: Signal.Kind } node && Signal.NameOf(node.Said) == signal).ToList())
            {
                if (running.Tokens.All.All(t => t.Id != token.Id)) continue;        // called off by the one before
                await new CaseTurn(acting, running, graph, means).SignalAsync(token);
                await acting.Db.SaveChangesAsync();
                isHeard = true;
            }
        }
        return isHeard;
    }

    public async Task CancelAsync(Acting acting, string kind, Guid id, string? why)
    {
        var now = acting.At ?? means.Clock.GetUtcNow().UtcDateTime;
        foreach (var running in await RunningAsync(acting.Db, kind, id))
        {
            await LockAsync(acting.Db, running);
            if (running.Status != CaseStatus.Running) continue;
            foreach (var task in await acting.Db.CaseTasks.Where(t => t.CaseId == running.Id && t.IsOpen).ToListAsync()) task.CallOff(now);
            running.Cancel(now);
            acting.Db.Add(new CaseStep { CaseId = running.Id, Activity = "", Title = CaseWords.Withdrawn.Key, Who = acting.Who.Length > 0 ? acting.Who : null, AccountId = acting.AccountId, Reason = why, At = now });
        }
        await acting.Db.SaveChangesAsync();
    }

    public async Task DecideAsync(Acting acting, string kind, Guid id, string outcome, string? reason)
    {
        var cases = (await RunningAsync(acting.Db, kind, id)).Select(c => c.Id).ToList();
        var task = await acting.Db.CaseTasks.FirstOrDefaultAsync(t => cases.Contains(t.CaseId) && t.IsOpen) ?? throw new RuleException("This doesn't have to be decided any more.");
        await DecideAsync(acting, task, outcome, reason);
    }

    /// <summary>Decides a task for somebody who may, within a transaction.</summary>
    /// <exception cref="RuleException">It was decided meanwhile, or can't be decided so.</exception>
    public async Task DecideAsync(Acting acting, CaseTask task, string outcome, string? reason)
    {
        var running = await acting.Db.WorkflowCases.SingleAsync(c => c.Id == task.CaseId);
        var graph = await OpenAsync(acting.Db, running);
        await acting.Db.Entry(task).ReloadAsync();
        await new CaseTurn(acting, running, graph, means).DecideAsync(task, outcome, reason);
        await acting.Db.SaveChangesAsync();
    }

    /// <summary>What a case waited for by the clock has come, within a transaction. Of two who do it at once only the first does.</summary>
    public async Task WakeAsync(Acting acting, CaseWake wake, TaskLetters letters)
    {
        var (db, id, token) = (acting.Db, wake.Id, wake.TokenId);
        var running = await db.WorkflowCases.SingleAsync(c => c.Id == wake.CaseId);
        var graph = await OpenAsync(db, running);
        if (await db.CaseWakes.Where(w => w.Id == id).ExecuteDeleteAsync() == 0 || running.Tokens.All.FirstOrDefault(t => t.Id == token) is not { } at) return;
        if (wake.Kind == WakeKind.Timer) await new CaseTurn(acting, running, graph, means).SignalAsync(at);
        else if (await db.CaseTasks.Include(t => t.Roles).SingleOrDefaultAsync(t => t.CaseId == running.Id && t.TokenId == token && t.IsOpen) is { } task)
        {
            if (wake.Kind == WakeKind.Reminder) await letters.RemindAsync(task);
            else PassOn(acting, task, graph.Find(task.Activity)!);
        }
        await db.SaveChangesAsync();
    }

    private void PassOn(Acting acting, CaseTask task, Node node)
    {
        task.PassOn(node.Texts(UserTask.EscalateTo));
        acting.Db.Add(new CaseStep { CaseId = task.CaseId, Activity = task.Activity, Title = CaseWords.NotInTime.Key, At = means.Clock.GetUtcNow().UtcDateTime });
    }

    private static Task<List<WorkflowCase>> RunningAsync(Db db, string kind, Guid id) =>
        db.WorkflowCases.Where(c => c.SubjectKind == kind && c.SubjectId == id && c.Status == CaseStatus.Running).OrderBy(c => c.Id).ToListAsync();

    private static async Task<Graph> OpenAsync(Db db, WorkflowCase running)
    {
        await LockAsync(db, running);
        return Graph.Read(await db.WorkflowVersions.Where(v => v.Id == running.VersionId).Select(v => v.Definition).SingleAsync());
    }

    // The row itself is the lock on PostgreSQL; on SQLite there is one writer anyway. Afterwards it is as it is now.
    private static async Task LockAsync(Db db, WorkflowCase running)
    {
        var id = running.Id;
        await db.WorkflowCases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, x => x.Title));
        await db.Entry(running).ReloadAsync();
    }
}
