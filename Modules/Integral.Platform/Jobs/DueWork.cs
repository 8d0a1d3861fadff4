using Integral.Platform.Tenancy;

namespace Integral.Platform.Jobs;

/// <summary>
/// A host row that says: this tenant is to be woken for this kind of work at this time. Tenants without one sleep and cost nothing.
/// Nobody waits on it for long: one node leases it, works, and lets go; a dead node's lease runs out.
/// </summary>
internal sealed class DueWork
{
    /// <summary>Messages wait in the tenant's outbox.</summary>
    public const string Outbox = "outbox";

    /// <summary>Mass actions become too old to be undone.</summary>
    public const string ChangeSets = "change-sets";

    /// <summary>What is offered above may differ from what it holds; and so for all below it.</summary>
    public const string Sharing = "sharing", SharingBelow = "sharing-below";

    /// <summary>Whatever its modules have planned is to be looked for: it was restored, and the host knows nothing of it; or it was moved, or has other features.</summary>
    public const string Planned = "planned";

    /// <summary>Its search index is to be compared with its records.</summary>
    public const string Search = "search";

    /// <summary>Letters wait in its name.</summary>
    public const string Letters = "letters";

    public required Guid TenantId { get; init; }
    public required string Kind { get; init; }
    public required DateTime DueAt { get; set; }

    /// <summary>When somebody last announced work that may not have been committed yet; see <see cref="Agenda.AnnounceAsync"/>.</summary>
    public required DateTime AnnouncedAt { get; set; }

    /// <summary>Rises with each announcement, so that whoever lets go of the row sees whether something came meanwhile.</summary>
    public long Stamp { get; set; } = 1;

    /// <summary>How much of it waits, as far as was known last.</summary>
    public int Waiting { get; set; }

    /// <summary>Since when the oldest of it waits; null when nothing does and there is only to be looked again.</summary>
    public DateTime? Since { get; set; }

    /// <summary>How often in a row the tenant itself couldn't be worked in.</summary>
    public int Tries { get; set; }
    public string? Trouble { get; set; }

    /// <summary>The last turn; the longest unserved tenant is served next.</summary>
    public DateTime ServedAt { get; set; } = DateTime.UnixEpoch;
    public DateTime? LeasedUntil { get; private set; }
    public Guid? LeasedBy { get; private set; }

    public void Lease(Guid node, DateTime until) => (LeasedBy, LeasedUntil) = (node, until);
    public void LetGo() => (LeasedBy, LeasedUntil) = (null, null);
}

/// <summary>One turn of work of one kind in one tenant: short, and repeatable however it ended.</summary>
internal interface IDueTurn
{
    string Kind { get; }
    Task<Left> ServeAsync(Tenant tenant, CancellationToken stopping);
}

/// <summary>What is left after a turn.</summary>
/// <param name="Waiting">How much.</param>
/// <param name="Since">Since when the oldest waits.</param>
/// <param name="NextAt">When it is worth looking again; null when nothing is left.</param>
internal sealed record Left(int Waiting, DateTime? Since, DateTime? NextAt)
{
    /// <summary>What keeps the oldest waiting, if that is known: a sentence kept until somebody reads it.</summary>
    public string? Trouble { get; init; }

    public static Left Nothing { get; } = new(0, null, null);
}
