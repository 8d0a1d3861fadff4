namespace Integral.Workflows.Cases;

/// <summary>Somebody wants to see what becomes of a case. It gives no right to: whose reach the case has left doesn't see it any more.</summary>
internal sealed class Follower
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required Guid AccountId { get; init; }
}
