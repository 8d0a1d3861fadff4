using Integral.Platform.Audit;

namespace Integral.People.Organisations;

internal enum InteractionKind
{
    [Display(Name = "Call")] Call,
    [Display(Name = "Meeting")] Meeting,
    [Display(Name = "Letter")] Letter,
    [Display(Name = "Task")] Task,
}

/// <summary>What is written down of a talk, or given as a task.</summary>
/// <param name="On">The day of the talk; of a task the day on which it was given.</param>
/// <param name="With">The contact person it was with; may be left out.</param>
/// <param name="Assignee">Of a task, whose it is.</param>
/// <param name="DueOn">Of a task, the last day for it.</param>
internal sealed record InteractionWords(InteractionKind Kind, DateOnly On, string Text, Guid? With = null, Guid? Assignee = null, DateOnly? DueOn = null);

/// <summary>
/// A call, a meeting, a letter or a task with an organisation. History: what was written stays; a wrong line is struck through with a reason, and a
/// right one is written.
/// </summary>
[Audited]
internal sealed class Interaction
{
    public const int LongestText = 2000, LongestReason = 300, LongestWho = 200;

    private Interaction() { }

    /// <param name="organisation">With which.</param>
    /// <param name="words">What is written.</param>
    /// <param name="who">By whom, by name.</param>
    /// <param name="today">No talk was on a day to come.</param>
    /// <exception cref="RuleException">Something can't be written so.</exception>
    public Interaction(Guid organisation, InteractionWords words, string who, DateOnly today)
    {
        var (isTask, text) = (words.Kind == InteractionKind.Task, Line.Several(words.Text, LongestText, "Text"));
        Rule.Require(text is not null, isTask ? T.Say("Say what is to be done.") : T.Say("Say what was agreed."), "Text");
        Rule.Require(words.On.Year >= 1950 && words.On <= today, "This day is still to come. What is to be done then is a task.", "On");
        Rule.Require(isTask == words.Assignee is not null, isTask ? T.Say("Choose whose task it is.") : T.Say("Only a task is somebody's."), "Assignee");
        Rule.Require(isTask == words.DueOn is not null, isTask ? T.Say("Say until when it is to be done.") : T.Say("Only a task has a last day."), "DueOn");
        Rule.Require(words.DueOn is null || words.DueOn >= words.On && words.DueOn.Value.Year <= 2150, "The last day can't be before the first one.", "DueOn");
        (OrganisationId, Kind, On, Agreed, WithId, AssigneeId, DueOn, Who) = (organisation, words.Kind, words.On, text, words.With, words.Assignee, words.DueOn, who);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; }
    public InteractionKind Kind { get; private init; }
    public DateOnly On { get; private init; }

    /// <summary>What was agreed, or what is to be done.</summary>
    public string Agreed { get; private init; } = "";

    /// <summary>The contact person it was with.</summary>
    public Guid? WithId { get; private init; }

    /// <summary>Who wrote it, by name as it was then.</summary>
    public string Who { get; private init; } = "";
    public Guid? AssigneeId { get; private set; }
    public DateOnly? DueOn { get; private init; }

    /// <summary>Whose task it is has seen it.</summary>
    public DateTime? SeenAt { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public DateTime? StruckAt { get; private set; }

    /// <summary>Who struck it through, by name as it was then.</summary>
    public string? StruckBy { get; private set; }
    public string? StruckBecause { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOpen => Kind == InteractionKind.Task && DoneAt is null && StruckAt is null;
    public bool IsOverdueOn(DateOnly day) => IsOpen && DueOn < day;

    /// <exception cref="RuleException">It isn't this person's open task.</exception>
    public void See(Guid? person, DateTime at)
    {
        RequireOpenOf(person);
        Rule.Require(SeenAt is null, "This task was acknowledged already.");
        SeenAt = at;
        Version++;
    }

    /// <exception cref="RuleException">It isn't this person's open task, or wasn't acknowledged.</exception>
    public void Finish(Guid? person, DateTime at)
    {
        RequireOpenOf(person);
        Rule.Require(SeenAt is not null, "Acknowledge the task first.");
        DoneAt = at;
        Version++;
    }

    /// <exception cref="RuleException">It is struck through already, or no reason is given.</exception>
    public void Strike(string? reason, string who, DateTime at)
    {
        Rule.Require(StruckAt is null, "This is struck through already.");
        var because = Line.Of(reason, LongestReason, "Reason");
        Rule.Require(because is not null, "Say why it is struck through.", "Reason");
        (StruckAt, StruckBy, StruckBecause) = (at, who, because);
        Version++;
    }

    /// <summary>Whose task it is turned out to be another record's person.</summary>
    public void BelongTo(Guid assignee)
    {
        AssigneeId = assignee;
        Version++;
    }

    private void RequireOpenOf(Guid? person)
    {
        Rule.Require(Kind == InteractionKind.Task && StruckAt is null, "There is no such task any more.");
        Rule.Require(AssigneeId == person, "This is somebody else's task.");
        Rule.Require(DoneAt is null, "This task is done already.");
    }
}
