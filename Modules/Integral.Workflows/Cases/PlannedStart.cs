namespace Integral.Workflows.Cases;

/// <summary>
/// The next case of a workflow that begins by date. The row goes in the transaction in which the case begins, and the one after it comes in the same: each day begins one case, whichever node does
/// it and however often one was stopped at it.
/// </summary>
internal sealed class PlannedStart
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TypeId { get; init; }

    /// <summary>As the workflow says it, by the institution's clock.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it is looked at, UTC: the morning of the day, or of a later one where that wasn't worked.</summary>
    public required DateTime At { get; init; }
}
