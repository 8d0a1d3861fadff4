namespace Integral.Platform.Messaging;

/// <summary>A message that waits in its sender's database, written there in the transaction of what it tells of. Delivered, it is deleted: nobody needs its content twice.</summary>
internal sealed class OutboxMessage
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The order of delivery: higher than that of all messages that were there when it was written. Those of transactions side by side may share one.</summary>
    public long Number { get; set; }
    public required string Kind { get; init; }

    /// <summary>JSON.</summary>
    public required string Payload { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required Guid ReceiverId { get; init; }
    public int Tries { get; set; }

    /// <summary>Not to be tried before; null for at once. Those after it to the same receiver wait with it, so that order is kept.</summary>
    public DateTime? WaitsUntil { get; set; }

    /// <summary>Given up; it stays until somebody tries again or drops it, and holds up nobody.</summary>
    public bool IsDead { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? Trouble { get; set; }
}

/// <summary>A message that took effect here, written in the transaction of its effect: when it comes again, nothing happens.</summary>
internal sealed class ReceivedMessage
{
    /// <summary>For how long it may come again: a sender restored from a copy of that age sends once more what it had sent since.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public required Guid MessageId { get; init; }
    public required Guid SenderId { get; init; }
    public required DateTime ReceivedAt { get; init; }
}
