namespace Integral.Platform.Security;

/// <summary>A browser's sign-in, an API sign-in, or a token somebody made for a program.</summary>
public enum SessionKind { Browser, Api, Personal }

/// <summary>A sign-in that can be revoked at once. The secret itself is never stored, only its digest.</summary>
public sealed class Session
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required string Digest { get; init; }
    public required Guid AccountId { get; init; }
    public required SessionKind Kind { get; init; }

    /// <summary>What its owner called a personal token.</summary>
    public string? Name { get; init; }

    /// <summary>The only tenant it opens; null for all of the account's.</summary>
    public Guid? TenantId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; set; }

    /// <summary>Written at most every five minutes.</summary>
    public DateTime SeenAt { get; set; }
    public string Address { get; set; } = "";
    public string Device { get; init; } = "";
}

/// <summary>Failed sign-ins under one login, whether or not it exists: the answer tells nothing about that.</summary>
public sealed class SignInFailures
{
    /// <summary>SHA-256 of the normalized login.</summary>
    public required string Key { get; init; }
    public int Count { get; set; }
    public DateTime LastAt { get; set; }
    public DateTime? LockedUntil { get; set; }
}

/// <summary>Lets a browser that signed in on the public host in on a tenant's own host. Valid once, for 60 seconds.</summary>
public sealed class Handover
{
    public required string Digest { get; init; }
    public required Guid AccountId { get; init; }
    public required string Host { get; init; }
    public required DateTime ExpiresAt { get; init; }
}

/// <summary>A way in for a person who has no account yet, or for an account that has no membership here yet.</summary>
public sealed class Invitation
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required Guid TenantId { get; init; }

    /// <summary>SHA-256 of a code of at least 128 bits.</summary>
    public required string Digest { get; init; }
    public required string Name { get; init; }
    public Guid? PersonId { get; set; }
    public List<string> Roles { get; init; } = [];
    public Reach Reach { get; init; }
    public required Guid CreatedById { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
}
