using Integral.Ui.Diagrams;

namespace Integral.Workflows.Contracts;

/// <summary>
/// How other modules have matters decided. Everything happens in the caller's unit of work: it calls within <c>db.WriteAsync</c> and is responsible for who may.
/// </summary>
public interface IWorkflows
{
    /// <summary>Whether the institution has a workflow that is on and begins so.</summary>
    /// <param name="db">Of the tenant.</param>
    /// <param name="start">Name of the activity with which it begins.</param>
    Task<bool> HasStartAsync(Db db, string start);

    /// <summary>Begins cases, by the first workflow that is on and begins so.</summary>
    /// <param name="start">Name of the activity with which they begin.</param>
    /// <param name="matters">Who does it, in one unit of work, and what each is about.</param>
    /// <returns>False where the institution has no such workflow.</returns>
    Task<bool> StartAsync(string start, IReadOnlyList<(Acting Acting, CaseSubject Subject)> matters);

    /// <summary>Has the cases go on that wait for it.</summary>
    /// <param name="acting">Who does it.</param>
    /// <param name="kind">Of the subject.</param>
    /// <param name="id">Of the subject.</param>
    /// <param name="signal">Its name.</param>
    /// <returns>Whether any waited for it.</returns>
    Task<bool> SignalAsync(Acting acting, string kind, Guid id, string signal);

    /// <summary>Ends the subject's cases: nobody has to decide any more.</summary>
    Task CancelAsync(Acting acting, string kind, Guid id, string? why);

    /// <summary>Decides what is open of a subject for somebody, as a recipe tells of it.</summary>
    /// <param name="acting">Who decides.</param>
    /// <param name="kind">Of the subject.</param>
    /// <param name="id">Of the subject.</param>
    /// <param name="outcome">One of what can be decided.</param>
    /// <param name="reason">Needed for some.</param>
    /// <param name="answers">To what is asked, by the names of the questions; null where nothing was answered.</param>
    /// <exception cref="RuleException">Nothing is open, it has no such outcome, or needs a reason or answers.</exception>
    Task DecideAsync(Acting acting, string kind, Guid id, string outcome, string? reason, IReadOnlyDictionary<string, string?>? answers = null);
}

/// <summary>What became of a subject, for the page that shows it.</summary>
public interface ICases
{
    /// <summary>Its cases, the latest first; whether the current person may decide is told with each open task.</summary>
    Task<CaseView> OfAsync(string kind, Guid id);

    /// <summary>How much waits today at each step where somebody decides, of the workflows that begin so; steps where nothing waits are left out. One statement, whoever may decide.</summary>
    /// <param name="start">Name of the activity with which they begin.</param>
    /// <param name="today">By the institution's clock.</param>
    Task<IReadOnlyList<WaitingStep>> WaitingAsync(string start, DateOnly today);
}

/// <param name="Stage">By which the inbox is narrowed to it.</param>
/// <param name="Title">The English source of a translated text, or the institution's own words.</param>
/// <param name="Late">Those of all that wait whose last day is over.</param>
public sealed record WaitingStep(Guid Stage, string Title, int Waiting, int Late);

/// <param name="Open">What waits for a decision.</param>
/// <param name="History">The oldest first.</param>
public sealed record CaseView(IReadOnlyList<OpenTask> Open, IReadOnlyList<CaseLine> History)
{
    /// <summary>The way of the latest case through its workflow, to be drawn; null where there was none.</summary>
    public Diagram? Way { get; init; }
}

/// <param name="Title">The English source of a translated text, or the district's own words.</param>
/// <param name="Roles">Who may decide.</param>
/// <param name="IsMine">The current person may.</param>
public sealed record OpenTask(Guid Id, string Title, IReadOnlyList<string> Roles, string? ClaimedBy, DateOnly? DueOn, bool IsMine)
{
    /// <summary>People and working groups who may decide too, by name.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>All who may decide, in the reader's language.</summary>
    public string Deciders(Texts texts) => string.Join(", ", Roles.Select(r => texts[DeliveredRoles.All.FirstOrDefault(d => d.Name == r).Title ?? r]).Concat(Others));
}

/// <param name="Who">Null where no person did it.</param>
public sealed record CaseLine(string Title, string? Outcome, string? Who, string? Reason, DateTime At)
{
    /// <summary>What whoever decided was asked and answered.</summary>
    public IReadOnlyList<CaseAnswer> Answers { get; init; } = [];
}
