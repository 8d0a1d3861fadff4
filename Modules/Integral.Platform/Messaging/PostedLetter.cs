namespace Integral.Platform.Messaging;

/// <summary>A letter in the host's database: it waits, was given up, or is over, and then only the fact that there was one is left.</summary>
internal sealed class PostedLetter
{
    public required Guid Id { get; init; }

    /// <summary>In whose name it is sent, and whose turn it takes.</summary>
    public required Guid TenantId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? ExpiresAt { get; init; }

    /// <summary>JSON of the <see cref="Letter"/>; null once it is over: it may hold a link that lets one in.</summary>
    public string? Content { get; set; }

    /// <summary>How often the mail server was asked to take it.</summary>
    public int Tries { get; set; }

    /// <summary>Not to be tried before; of one that is being sent, when whoever sends it is taken for dead.</summary>
    public DateTime? WaitsUntil { get; set; }

    /// <summary>Given up; it stays until somebody sends it again or drops it, or until it expires.</summary>
    public bool IsDead { get; set; }

    /// <summary>When the mail server took it, or when it expired.</summary>
    public DateTime? EndedAt { get; set; }
    public bool IsSent { get; set; }
}
