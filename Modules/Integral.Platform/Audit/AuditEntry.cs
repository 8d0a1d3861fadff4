using System.Security.Cryptography;
using System.Text;

namespace Integral.Platform.Audit;

/// <summary>Marks an entity whose every change goes to the audit trail, in the transaction that makes it (design §3).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditedAttribute : Attribute;

/// <summary>Marks a property whose value never enters the audit trail: only that it changed does.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>Who changed what, when, from which value to which. Written once; the application may only insert it.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }

    /// <summary>The account that did it; null for the system and for visitors.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Its login or name at that time.</summary>
    public required string Who { get; init; }

    /// <summary>The network address, or the name of the verb or job.</summary>
    public required string From { get; init; }

    /// <summary>Whose trail it is, in the host's table; not stored in a tenant's own.</summary>
    public Guid? TenantId { get; init; }

    /// <summary>Created, Changed, Deleted, or the name of what was done.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of record: Person, Membership.</summary>
    public required string Kind { get; init; }
    public required string RecordId { get; init; }

    /// <summary>JSON: what changed, each property with its old and new value. Null once the retention rule has erased it.</summary>
    public string? Payload { get; private init; }

    /// <summary>SHA-256 of the payload. It stays when the payload is erased.</summary>
    public string Digest { get; private init; } = "";

    public static AuditEntry Of(Trail trail, string action, string kind, string recordId, string payload, Guid? tenantId = null) => new()
    {
        At = trail.Now, AccountId = trail.AccountId, Who = trail.Who, From = trail.From, TenantId = tenantId ?? trail.TenantId,
        Action = action, Kind = kind, RecordId = recordId, Payload = payload,
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload))),
    };
}

/// <summary>Who acts in a unit of work, from where, for which tenant.</summary>
/// <param name="Clock">The server's clock: no client's time enters the trail.</param>
public sealed record Trail(Guid? AccountId, string Who, string From, Guid? TenantId, TimeProvider Clock)
{
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
