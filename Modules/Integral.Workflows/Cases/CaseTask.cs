using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>A decision that a case waits for, or waited for. It is resumed by its own id: two tasks at once that end alike are two decisions.</summary>
internal sealed class CaseTask
{
    public const int LongestReason = 2000, LongestName = 200, LongestSearch = 2 * CaseSubject.LongestTitle + 1;

    private CaseTask() { }

    public CaseTask(WorkflowCase of, Stage stage, Token token, Node node, DateTime at, DateOnly? due)
    {
        (CaseId, StageId, TokenId, Activity, CreatedAt, DueOn, Deadline) = (of.Id, stage.Id, token.Id, node.Id, at, due, due ?? DateOnly.MaxValue);
        Search = of.Search;
        Title = node.Title;
        (Actions, NeedsReason) = ([.. node.Texts(UserTask.Actions)], [.. node.Texts(UserTask.NeedsReason)]);
        Form = FormField.Read(node.Said) is { Count: > 0 } fields ? Json.Write(fields) : null;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid CaseId { get; private init; }
    public Guid StageId { get; private set; }
    public Guid TokenId { get; private init; }
    public string Activity { get; private init; } = "";
    public string Title { get; private init; } = "";
    public List<string> Actions { get; private init; } = [];
    public List<string> NeedsReason { get; private init; } = [];

    /// <summary>What is asked, as JSON; null where nothing is.</summary>
    public string? Form { get; private init; }
    public IReadOnlyList<FormField> Fields => FieldsOf(Form);
    public DateTime CreatedAt { get; private init; }
    public DateOnly? DueOn { get; private init; }

    /// <summary><see cref="DueOn"/> for sorting: what has none comes last.</summary>
    public DateOnly Deadline { get; private init; }

    /// <summary>From which day on letters tell of it; null where nobody is reminded.</summary>
    public DateOnly? RemindOn { get; init; }

    /// <summary>Whose matter it is and what it is for, as a search compares it.</summary>
    public string Search { get; private init; } = "";
    public bool IsOpen { get; private set; } = true;
    public Guid? ClaimedById { get; private set; }
    public string? ClaimedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedById { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>Null of one that was called off.</summary>
    public string? Outcome { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>What was answered, as JSON; null where nothing was.</summary>
    public string? Answers { get; private set; }

    /// <summary>With which others it was decided at once; its own where there were none.</summary>
    public Guid? DecidedWith { get; private set; }

    /// <summary>Where its case was before the decision, as JSON: it waits there again if the decision is taken back.</summary>
    public string? PlacesBefore { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>Somebody works on it; whoever did before doesn't any more.</summary>
    /// <exception cref="RuleException">It was decided meanwhile.</exception>
    public void Claim(Guid account, string name)
    {
        RequireOpen();
        (ClaimedById, ClaimedBy) = (account, name);
        Version++;
    }

    /// <exception cref="RuleException">It was decided meanwhile, or is somebody else's.</exception>
    public void Release(Guid account)
    {
        RequireOpen();
        Rule.Require(ClaimedById is null || ClaimedById == account, T.Say("{0} works on this. Take it over first.", $"{ClaimedBy}"));
        (ClaimedById, ClaimedBy) = (null, null);
        Version++;
    }

    /// <param name="decision">By whom, in what and why.</param>
    /// <param name="before">Where the case is.</param>
    /// <param name="at">UTC.</param>
    /// <exception cref="RuleException">It was decided meanwhile, somebody else works on it, or it needs a reason or answers.</exception>
    public void Decide(Acting acting, Decision decision, string before, DateTime at)
    {
        RequireOpen();
        Rule.Require(ClaimedById is null || ClaimedById == acting.AccountId, T.Say("{0} works on this. Take it over first.", $"{ClaimedBy}"));
        var (outcome, reason) = (decision.Outcome, string.IsNullOrWhiteSpace(decision.Reason) ? null : decision.Reason.Trim());
        Rule.Require(Actions.Contains(outcome), T.Say("This can't be decided with '{0}'. There are: {1}.", outcome, string.Join(", ", Actions)), "Outcome");
        Rule.Require(reason is not null || !NeedsReason.Contains(outcome), "Say why: whoever is concerned reads it.", "Reason");
        Rule.Require(reason is null || reason.Length <= LongestReason, T.Say("At most {0} characters.", LongestReason), "Reason");
        var answers = FormField.Answered(Fields, decision.Answers, outcome);
        (IsOpen, DecidedAt, DecidedById, DecidedBy, Outcome, Reason) = (false, at, acting.AccountId, acting.Who, outcome, reason);
        Answers = answers.Count > 0 ? Json.Write(answers) : null;
        (DecidedWith, PlacesBefore) = (decision.With, before);
        Version++;
    }

    /// <summary>It waits again: the decision was taken back, or that by which it was called off.</summary>
    public void Reopen()
    {
        (IsOpen, DecidedAt, DecidedById, DecidedBy, Outcome, Reason, DecidedWith, PlacesBefore, Answers) = (true, null, null, null, null, null, null, null, null);
        Version++;
    }

    /// <summary>It is late: these roles may decide it too. What somebody is doing with it goes on.</summary>
    public void PassOn(Stage stage)
    {
        StageId = stage.Id;
        Version++;
    }

    /// <summary>Nobody has to decide it any more.</summary>
    public void CallOff(DateTime at)
    {
        (IsOpen, DecidedAt) = (false, at);
        Version++;
    }

    /// <summary>Of <see cref="Form"/>.</summary>
    public static IReadOnlyList<FormField> FieldsOf(string? form) => form is null ? [] : Json.Read<List<FormField>>(form)!;

    private void RequireOpen()
    {
        Rule.Require(IsOpen || Outcome is null, T.Say("{0} has decided this already: {1}.", $"{DecidedBy}", new Sentence($"{Outcome}")));
        Rule.Require(IsOpen, "This doesn't have to be decided any more.");
    }
}

/// <summary>In what somebody decides, and why.</summary>
/// <param name="With">Common to those that are decided at once, and taken back at once.</param>
/// <param name="Answers">By the names of the questions; null where nobody was shown them, as with many at once.</param>
internal sealed record Decision(string Outcome, string? Reason, Guid With, IReadOnlyDictionary<string, string?>? Answers = null);

/// <summary>One thing that happened to a case; what it tells is never changed afterwards.</summary>
internal sealed class CaseStep
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }

    /// <summary>Its place in the case, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The decision in whose turn it happened; null where it wasn't one, and once that was taken back.</summary>
    public Guid? TaskId { get; set; }
    public required string Activity { get; init; }
    public required string Title { get; init; }

    /// <summary>In which the step ended; null of what isn't a step of the definition, as that the case was cancelled.</summary>
    public string? Outcome { get; init; }

    /// <summary>A name as it was then; null where no person did it.</summary>
    public string? Who { get; init; }
    public Guid? AccountId { get; init; }
    public string? Reason { get; init; }

    /// <summary>What whoever decided was asked and answered, as JSON; null where nothing was.</summary>
    public string? Answers { get; init; }

    /// <summary>What undoing it needs to know, in the activity's own words.</summary>
    public string? Kept { get; init; }
    public required DateTime At { get; init; }
}
