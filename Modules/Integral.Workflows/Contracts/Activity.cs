using System.Text.Json.Nodes;
using Integral.Platform.Messaging;

namespace Integral.Workflows.Contracts;

/// <summary>
/// What a step of a workflow does. Modules add kinds as singletons of this type. What it writes belongs to the transaction in which the case goes on:
/// a case is either before a step or after it, with all the step's effects.
/// </summary>
public abstract class Activity
{
    public const string Done = "Done";

    /// <summary>As definitions call it: <c>IfElseTask</c>.</summary>
    public abstract string Name { get; }
    public abstract Sentence Title { get; }

    /// <summary>A case begins with it, when what it is called after happens.</summary>
    public virtual bool IsStart => false;

    /// <summary>Kind of the <see cref="CaseSubjects"/> that cases are about which begin with it.</summary>
    public virtual string? SubjectKind => null;

    /// <summary>What can be said of such a step, in the order in which it is asked.</summary>
    public virtual IReadOnlyList<ActivitySetting> Settings => [];

    /// <summary>In which it can end.</summary>
    /// <param name="said">Its properties in the definition.</param>
    public virtual IReadOnlyList<string> Outcomes(JsonObject said) => [Done];

    /// <returns>What is wrong with its properties; null where nothing is.</returns>
    public virtual Sentence? Fault(JsonObject said) => null;

    /// <summary>In what it would end for a sample case. Nothing is read or written for it.</summary>
    /// <param name="said">Its properties in the definition.</param>
    /// <param name="facts">Of the sample.</param>
    /// <returns>Null where whoever tries the workflow out says it: where it waits, or where more than the sample decides.</returns>
    public virtual string? Foresee(JsonObject said, JsonObject facts) => Outcomes(said) is [var only] ? only : null;

    /// <summary>What it changes and whom it tells, in words, for whoever tries a workflow out.</summary>
    /// <param name="said">Its properties in the definition.</param>
    /// <param name="outcome">In which it ended; null while it waits.</param>
    public virtual IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) => [];

    /// <returns>The outcome with which the case goes on; null where it waits here.</returns>
    /// <exception cref="RuleException">It can't be done: nothing of this turn of the case is kept.</exception>
    public abstract Task<string?> DoAsync(Step step);

    /// <summary>Undoes what it did, when the decision that led to it is taken back: only while nothing else has happened to the case.</summary>
    /// <param name="step">With what the step kept for this.</param>
    /// <exception cref="RuleException">It can't be undone: the decision stays.</exception>
    public virtual Task UndoAsync(Step step) => throw new RuleException("What followed from it can't be taken back.");
}

/// <summary>Who has a case go on, and in which unit of work. Whoever fills it in vouches for the right to.</summary>
/// <param name="Db">Of the tenant.</param>
/// <param name="Tenant">Whose case it is; a recipe has no other way to say it.</param>
/// <param name="Who">A name, for the history; empty where nobody did it.</param>
/// <param name="AccountId">Of whoever it was.</param>
public sealed record Acting(Db Db, Tenant Tenant, string Who, Guid? AccountId = null)
{
    /// <summary>For what is told to others; null where nobody is to be told, as of a demo's past.</summary>
    public Outbox? Outbox { get; init; }

    /// <summary>When it happened, UTC; now where it is left out.</summary>
    public DateTime? At { get; init; }
}

/// <summary>A step that is being done.</summary>
/// <param name="Acting">Who has it done.</param>
/// <param name="Subject">What the case is about.</param>
/// <param name="Said">The step's properties in the definition.</param>
/// <param name="Now">UTC.</param>
public sealed record Step(Acting Acting, CaseSubject Subject, JsonObject Said, DateTime Now)
{
    public Db Db => Acting.Db;

    /// <summary>What undoing the step will need to know; whoever does it says so.</summary>
    public string? Kept { get; set; }

    /// <summary>Id of the case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Of the step: the English source of a translated text, or the institution's own words.</summary>
    public string Title { get; init; } = "";

    /// <summary>What was decided last in the case; null where nothing was.</summary>
    public string? Decision { get; init; }

    /// <summary>What whoever decided last gave as the reason.</summary>
    public string? Reason { get; init; }

    /// <summary>What conditions ask about.</summary>
    public required Func<Task<JsonObject>> Facts { get; init; }

    /// <summary>What was answered in the case by those who decided, by the names of the questions; nothing while a step is undone.</summary>
    public Func<Task<JsonObject>> Answers { get; init; } = () => Task.FromResult(new JsonObject());
}
