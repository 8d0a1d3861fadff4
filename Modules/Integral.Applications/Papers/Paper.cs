using Integral.Platform.Audit;

namespace Integral.Applications.Papers;

/// <summary>A file that an applicant has sent. It lies in the tenant's files under a name of ours; it belongs to the application that was sent under the same key, before and after it is sent.</summary>
[Audited]
internal sealed class Paper
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Digest of the key under which the application is sent.</summary>
    public required string Sent { get; init; }

    /// <summary>Name of the question that it answers; null for one that was asked for afterwards.</summary>
    public required string? Field { get; init; }

    /// <summary>What its sender calls it.</summary>
    public required string Name { get; init; }
    public required string StoredName { get; init; }

    /// <summary>By its content, which its name may not contradict.</summary>
    public required string MediaType { get; init; }
    public required long Length { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Hash { get; init; }
    public required DateTime AddedAt { get; init; }
}
