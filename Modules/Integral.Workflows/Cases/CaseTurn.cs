using System.Text.Json.Nodes;
using Integral.Communication.Contracts;
using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>By what a case goes: a version's steps, of a type.</summary>
internal sealed record Course(Guid TypeId, Graph Graph);

/// <summary>One turn of a case: from something that happened until it waits again or has ended. What its steps do is saved with it, or nothing is.</summary>
internal sealed class CaseTurn
{
    private readonly Acting acting;
    private readonly WorkflowCase of;
    private readonly CaseMeans means;
    private readonly Course course;
    private readonly DateTime now;
    private readonly Advance advance;
    private bool hasCalled;

    public CaseTurn(Acting acting, WorkflowCase of, Course course, CaseMeans means)
    {
        (this.acting, this.of, this.course, this.means) = (acting, of, course, means);
        now = acting.At ?? means.Clock.GetUtcNow().UtcDateTime;
        advance = new(course.Graph, DoAsync, of.Tokens, means.Clock.GetUtcNow());
    }

    /// <summary>What whoever decided gave as the reason: steps that follow may tell it.</summary>
    private string? Reason { get; set; }

    /// <summary>What was decided: its steps are undone with it.</summary>
    private Guid? Decided { get; set; }
    private Graph Graph => course.Graph;

    /// <summary>What people are to be told of this turn, once it is to be saved.</summary>
    public List<News> News { get; } = [];

    public async Task StartAsync()
    {
        await advance.StartAsync(Graph.Nodes.Single(n => n.IsStart));
        await EndAsync();
    }

    /// <summary>Somebody has decided.</summary>
    public async Task DecideAsync(CaseTask task, Decision decision)
    {
        task.Decide(acting, decision, of.Places, now);      // first: whoever comes second is told what the first did
        var token = TokenOf(task.TokenId);
        (Reason, Decided) = (task.Reason, task.Id);
        of.Decide(decision.Outcome);
        Note(Graph.Find(task.Activity)!, decision.Outcome, acting.Who, task.Reason, answers: task.Answers);
        await advance.GoOnAsync(token, decision.Outcome);
        await EndAsync();
    }

    /// <summary>What it waited for has happened.</summary>
    public async Task SignalAsync(Token token, string outcome = Activity.Done)
    {
        Note(Graph.Find(token.Activity)!, outcome, acting.Who, null);
        await advance.GoOnAsync(token, outcome);
        await EndAsync();
    }

    private Token TokenOf(Guid id) => of.Tokens.All.FirstOrDefault(t => t.Id == id) ?? throw new RuleException("This doesn't have to be decided any more.");

    private async Task<string?> DoAsync(Node node, Token token)
    {
        var activity = means.Activities.Find(node.Kind) ?? throw new RuleException(T.Say("There is no activity '{0}' here.", node.Kind));
        var step = new Step(acting, of.Subject, node.Said, now) { CaseId = of.Id, Title = node.Title, Decision = of.Decided, Reason = Reason, Facts = FactsAsync, Answers = () => FormFacts.OfAsync(acting.Db, of) };
        var outcome = activity is SubWorkflow ? await CallAsync(node, token) : await activity.DoAsync(step);
        if (outcome is not null) Note(node, outcome, null, null, step.Kept);
        else if (activity is UserTask) await AskAsync(node, token);
        else if (activity is TimerEvent) await PlanAsync(Wake(token, WakeKind.Timer, TimerEvent.Until(node.Said, now, acting.Tenant)));
        return outcome;
    }

    private async Task<string?> CallAsync(Node node, Token token)
    {
        var (called, by) = await CalledCases.BeginAsync(acting.Db, of, token, node, now);
        var turn = new CaseTurn(acting, called, by, means);
        await turn.StartAsync();
        News.AddRange(turn.News);
        hasCalled = true;
        return called.Status == CaseStatus.Finished ? Activity.Done : null;
    }

    private async Task<JsonObject> FactsAsync()
    {
        var facts = means.Activities.Subjects(of.SubjectKind) is { } subjects ? await subjects.FactsAsync(acting.Db, of.SubjectId) : [];
        if (FormFacts.AreAsked(Graph)) facts[FormField.Facts] = await FormFacts.OfAsync(acting.Db, of);
        return facts;
    }

    // In working days of the institution: nothing is due on a holiday.
    private async Task AskAsync(Node node, Token token)
    {
        var stage = await Stage.OfAsync(acting.Db, course, node);
        if (node.Number(UserTask.DueDays) is not { } days)
        {
            Ask(new(of, stage, token, node, now, null), stage);
            return;
        }
        var today = acting.Tenant.Zone.DayOf(now);
        var calendar = await means.Calendars.OfAsync(acting.Db, today);
        var due = calendar.AddWorkingDays(today, days);
        DateOnly? remind = node.Number(UserTask.RemindDays) is { } before ? calendar.AddWorkingDays(due, -before) : null;
        Ask(new(of, stage, token, node, now, due) { RemindOn = remind }, stage);
        List<CaseWake> planned = [];
        // A demo's past reminds nobody.
        if (remind is { } day && TaskLetters.MorningOf(acting.Tenant, day) is var morning && morning > means.Clock.GetUtcNow().UtcDateTime) planned.Add(Wake(token, WakeKind.Reminder, morning));
        var late = acting.Tenant.Zone.MomentOf(due.AddDays(1));
        if (node.Texts(UserTask.EscalateTo).Count > 0) planned.Add(Wake(token, WakeKind.Escalation, late));
        else if (late > means.Clock.GetUtcNow().UtcDateTime) planned.Add(Wake(token, WakeKind.Late, late));
        await PlanAsync([.. planned]);
    }

    private void Ask(CaseTask task, Stage stage)
    {
        acting.Db.Add(task);
        News.Add(TaskNotices.Waits(task, stage, of, acting.AccountId));
    }

    private CaseWake Wake(Token token, WakeKind kind, DateTime at) => new() { CaseId = of.Id, TokenId = token.Id, Kind = kind, At = at };

    private async Task PlanAsync(params IReadOnlyCollection<CaseWake> planned)
    {
        if (planned.Count == 0) return;
        acting.Db.AddRange(planned);
        await means.Alarm.SetAsync(acting.Tenant.Id, CaseTimes.Alarm, planned.Min(w => w.At));
    }

    private void Note(Node node, string outcome, string? who, string? reason, string? kept = null, string? answers = null) => acting.Db.Add(new CaseStep
    {
        CaseId = of.Id, Number = of.NextStep(), TaskId = Decided, Kept = kept, Activity = node.Id, Title = node.Title, Outcome = outcome,
        Who = string.IsNullOrEmpty(who) ? null : who, AccountId = who is null ? null : acting.AccountId, Reason = reason, Answers = answers, At = now,
    });

    // Where a way was called off, nobody has to decide on it any more.
    private async Task EndAsync()
    {
        var (tasks, after, id) = (acting.Db.CaseTasks, advance.After, of.Id);
        var left = of.Tokens.All.Except(after.All).ToList();
        var gone = left.Select(t => t.Id).ToArray();
        of.Move(after, now);
        if (gone.Length > 1) await tasks.Where(t => EF.Parameter(gone).Contains(t.TokenId) && t.CaseId == id).LoadAsync();        // one is that which went on
        var waiting = after.All.Select(t => t.Id).ToHashSet();
        // Those of this turn among them: a way may be called off as soon as it was gone.
        foreach (var task in tasks.Local.Where(t => t.CaseId == id && t.IsOpen && !waiting.Contains(t.TokenId)).ToList()) task.CallOff(now);
        if (hasCalled || left.Exists(t => Graph.Find(t.Activity) is { Kind: SubWorkflow.Kind })) await CalledCases.CallOffAsync(acting, of, waiting, now);
    }
}
