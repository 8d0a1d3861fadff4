using Integral.Communication.Contracts;
using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>Has cases begin and go on, for screens, the API, recipes and jobs alike. Of one case only one turn happens at a time.</summary>
internal sealed class CaseRunner(CaseMeans means) : IWorkflows
{
    /// <summary>Of which browsers that are open hear whenever a case has moved.</summary>
    public const string Topic = "inbox";

    public Task<bool> HasStartAsync(Db db, string start) => db.WorkflowTypes.AnyAsync(t => t.IsEnabled && t.Start == start);

    public async Task<bool> StartAsync(string start, IReadOnlyList<(Acting Acting, CaseSubject Subject)> matters)
    {
        if (matters.Count == 0) return true;
        var db = matters[0].Acting.Db;
        var version = await (from t in db.WorkflowTypes
                             where t.IsEnabled && t.Start == start
                             orderby t.Name, t.Id
                             join v in db.WorkflowVersions on new { TypeId = t.Id, t.Number } equals new { v.TypeId, v.Number }
                             select v).AsNoTracking().FirstOrDefaultAsync();
        if (version is null) return false;
        var course = new Course(version.TypeId, Graph.Read(version.Definition));
        var news = new List<News>();
        foreach (var (acting, subject) in matters)
        {
            var begun = new WorkflowCase(version.Id, subject, NowOf(acting));
            db.Add(begun);
            var turn = new CaseTurn(acting, begun, course, means);
            await turn.StartAsync();
            news.AddRange(turn.News);
        }
        await SaveAsync(matters[0].Acting, news);
        return true;
    }

    /// <summary>Begins a case by this version and no other, within a transaction.</summary>
    public async Task BeginAsync(Acting acting, CaseSubject subject, WorkflowVersion version)
    {
        var begun = new WorkflowCase(version.Id, subject, NowOf(acting));
        acting.Db.Add(begun);
        var turn = new CaseTurn(acting, begun, new(version.TypeId, Graph.Read(version.Definition)), means);
        await turn.StartAsync();
        await SaveAsync(acting, turn.News);
    }

    public async Task<bool> SignalAsync(Acting acting, string kind, Guid id, string signal)
    {
        var isHeard = false;
        foreach (var running in await RunningAsync(acting.Db, kind, id))
        {
            var course = await OpenAsync(acting.Db, running);
            foreach (var token in running.Tokens.All.Where(t => course.Graph.Find(t.Activity) is { Kind: Signal.Kind } node && Signal.NameOf(node.Said) == signal).ToList())
            {
                if (running.Tokens.All.All(t => t.Id != token.Id)) continue;        // called off by the one before
                var turn = new CaseTurn(acting, running, course, means);
                await turn.SignalAsync(token);
                await ReturnAsync(acting, running, turn.News);
                await SaveAsync(acting, turn.News);
                isHeard = true;
            }
        }
        return isHeard;
    }

    public async Task CancelAsync(Acting acting, string kind, Guid id, string? why)
    {
        var now = NowOf(acting);
        foreach (var running in await RunningAsync(acting.Db, kind, id))
        {
            await LockAsync(acting.Db, running);
            if (running.Status != CaseStatus.Running) continue;
            await CalledCases.EndAsync(acting, running, why, now);
        }
        await SaveAsync(acting, []);
    }

    public async Task DecideAsync(Acting acting, string kind, Guid id, string outcome, string? reason, IReadOnlyDictionary<string, string?>? answers = null)
    {
        var cases = (await RunningAsync(acting.Db, kind, id)).Select(c => c.Id).ToList();
        var task = await acting.Db.CaseTasks.FirstOrDefaultAsync(t => cases.Contains(t.CaseId) && t.IsOpen) ?? throw new RuleException("This doesn't have to be decided any more.");
        await DecideAsync(acting, task, new(outcome, reason, task.Id, answers));
    }

    /// <summary>Decides a task for somebody who may, within a transaction.</summary>
    /// <exception cref="RuleException">It was decided meanwhile, or can't be decided so.</exception>
    public async Task DecideAsync(Acting acting, CaseTask task, Decision decision)
    {
        var (running, course) = await OpenAsync(acting.Db, task);
        var turn = new CaseTurn(acting, running, course, means);
        await turn.DecideAsync(task, decision);
        await ReturnAsync(acting, running, turn.News);
        await SaveAsync(acting, turn.News);
    }

    /// <summary>Takes somebody's own decision back, within a transaction.</summary>
    /// <exception cref="RuleException">It can't be taken back any more.</exception>
    public async Task TakeBackAsync(Acting acting, CaseTask task)
    {
        var (running, course) = await OpenAsync(acting.Db, task);
        await new TakingBack(acting, running, course.Graph, means.Activities, NowOf(acting)).DoAsync(task);
        await SaveAsync(acting, []);
    }

    /// <summary>What a case waited for by the clock has come, within a transaction. Of two who do it at once only the first does.</summary>
    public async Task WakeAsync(Acting acting, CaseWake wake, TaskLetters letters)
    {
        var (db, id, token) = (acting.Db, wake.Id, wake.TokenId);
        var running = await db.WorkflowCases.SingleAsync(c => c.Id == wake.CaseId);
        var course = await OpenAsync(db, running);
        if (await db.CaseWakes.Where(w => w.Id == id).ExecuteDeleteAsync() == 0 || running.Tokens.All.FirstOrDefault(t => t.Id == token) is not { } at) return;
        var turn = new CaseTurn(acting, running, course, means);
        if (wake.Kind == WakeKind.Timer) await turn.SignalAsync(at);
        else if (await db.CaseTasks.SingleOrDefaultAsync(t => t.CaseId == running.Id && t.TokenId == token && t.IsOpen) is { } task)
        {
            if (wake.Kind == WakeKind.Reminder) await letters.RemindAsync(task);
            else turn.News.Add(await LateAsync(acting, running, course, task, isPassedOn: wake.Kind == WakeKind.Escalation));
        }
        await ReturnAsync(acting, running, turn.News);
        await SaveAsync(acting, turn.News);
    }

    // What has ended was called by another case perhaps: that one goes on, in the same transaction.
    private async Task ReturnAsync(Acting acting, WorkflowCase ended, List<News> news)
    {
        while (ended is { Status: CaseStatus.Finished, ParentId: { } id, ParentToken: var place })
        {
            var above = await acting.Db.WorkflowCases.SingleAsync(c => c.Id == id);
            if (above.Tokens.All.FirstOrDefault(t => t.Id == place) is not { } token) return;
            var course = await CourseAsync(acting.Db, above);
            var turn = new CaseTurn(acting, above, course, means);
            await turn.SignalAsync(token, SubWorkflow.Ended(course.Graph.Find(token.Activity)!.Said, ended.Decided));
            news.AddRange(turn.News);
            ended = above;
        }
    }

    private async Task<News> LateAsync(Acting acting, WorkflowCase running, Course course, CaseTask task, bool isPassedOn)
    {
        var stage = await Stage.OfAsync(acting.Db, course, course.Graph.Find(task.Activity)!, isPassedOn);
        if (isPassedOn)
        {
            task.PassOn(stage);
            Note(acting, running, task.Activity, CaseWords.NotInTime, null);
        }
        return TaskNotices.Late(task, stage, running, isPassedOn);
    }

    /// <summary>Somebody works on a task from now on, within a transaction; from whom it is taken over sees that in the history.</summary>
    /// <exception cref="RuleException">It was decided meanwhile.</exception>
    public async Task ClaimAsync(Acting acting, CaseTask task, (Guid Account, string Name) whom)
    {
        var (running, _) = await OpenAsync(acting.Db, task);
        if (task.IsOpen && task.ClaimedBy is { } before && task.ClaimedById != whom.Account) Note(acting, running, task.Activity, CaseWords.TakenOver, before);
        else if (task.IsOpen && whom.Account != acting.AccountId) Note(acting, running, task.Activity, CaseWords.Given, whom.Name);
        task.Claim(whom.Account, whom.Name);
        await SaveAsync(acting, []);
    }

    /// <summary>Everybody of its roles may decide it again, within a transaction.</summary>
    /// <exception cref="RuleException">It was decided meanwhile, or is somebody else's.</exception>
    public async Task ReleaseAsync(Acting acting, CaseTask task)
    {
        await OpenAsync(acting.Db, task);
        task.Release(acting.AccountId!.Value);
        await SaveAsync(acting, []);
    }

    private static async Task<(WorkflowCase Case, Course Course)> OpenAsync(Db db, CaseTask task)
    {
        var running = await db.WorkflowCases.SingleAsync(c => c.Id == task.CaseId);
        var course = await OpenAsync(db, running);
        await db.Entry(task).ReloadAsync();
        return (running, course);
    }

    private void Note(Acting acting, WorkflowCase of, string activity, Sentence what, string? reason) => acting.Db.Add(new CaseStep
    {
        CaseId = of.Id, Number = of.NextStep(), Activity = activity, Title = what.Key, Who = acting.Who.Length > 0 ? acting.Who : null, AccountId = acting.AccountId, Reason = reason, At = NowOf(acting),
    });

    private async Task SaveAsync(Acting acting, IReadOnlyList<News> news)
    {
        means.Notices.Tell(acting.Outbox, TaskNotices.Together(news));
        means.News.AfterCommit(acting.Db, new(Topic));
        await acting.Db.SaveChangesAsync();
    }

    private DateTime NowOf(Acting acting) => acting.At ?? means.Clock.GetUtcNow().UtcDateTime;

    private static Task<List<WorkflowCase>> RunningAsync(Db db, string kind, Guid id) =>
        db.WorkflowCases.Where(c => c.SubjectKind == kind && c.SubjectId == id && c.Status == CaseStatus.Running).OrderBy(c => c.Id).ToListAsync();

    private static async Task<Course> OpenAsync(Db db, WorkflowCase running)
    {
        await LockAsync(db, running);
        return await CourseAsync(db, running);
    }

    private static async Task<Course> CourseAsync(Db db, WorkflowCase running)
    {
        var version = await db.WorkflowVersions.Where(v => v.Id == running.VersionId).Select(v => new { v.TypeId, v.Definition }).SingleAsync();
        return new(version.TypeId, Graph.Read(version.Definition));
    }

    // The row itself is the lock on PostgreSQL; on SQLite there is one writer anyway. Afterwards it is as it is now. From above: a case that ends moves the one that called
    // it, and one that goes another way calls off those that it called.
    private static async Task LockAsync(Db db, WorkflowCase running)
    {
        if (db.Entry(running).State != EntityState.Unchanged) return;      // it is ours already, and what was done with it isn't saved yet
        if (running.ParentId is { } above) await LockAsync(db, await db.WorkflowCases.SingleAsync(c => c.Id == above));
        var id = running.Id;
        await db.WorkflowCases.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, x => x.Title));
        await db.Entry(running).ReloadAsync();
    }
}
