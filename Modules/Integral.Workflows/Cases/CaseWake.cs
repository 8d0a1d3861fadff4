namespace Integral.Workflows.Cases;

/// <summary>Timer: a step has waited long enough. Reminder: a task is due soon. Escalation: it wasn't decided in time, and is passed on. Late: it wasn't, and isn't.</summary>
internal enum WakeKind { Timer, Reminder, Escalation, Late }

/// <summary>
/// Something of a case that is to happen at a time of its own. The row goes in the transaction of what happens, under the lock of its case: it happens once, whichever
/// node does it and however often one was stopped at it. Of a case that went another way nothing happens.
/// </summary>
internal sealed class CaseWake
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }

    /// <summary>Of the place in the case that waits.</summary>
    public required Guid TokenId { get; init; }
    public required WakeKind Kind { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>A letter that somebody is to get of what they are reminded of, or has got: one a day, however many tasks.</summary>
internal sealed class TaskLetter
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>By the institution's clock.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it is written; null once it was.</summary>
    public DateTime? At { get; init; }
}
