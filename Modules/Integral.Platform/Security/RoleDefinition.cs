using Integral.Platform.Audit;

namespace Integral.Platform.Security;

/// <summary>
/// A tenant's change of a delivered role, or a role of its own; it holds there and below.
/// Kept as a difference, so that permissions of modules added later reach the edited delivered roles too.
/// </summary>
[Audited]
public sealed class RoleDefinition
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required Guid TenantId { get; init; }
    public required string Name { get; init; }

    /// <summary>As people read it; null for a delivered role, whose title is translated.</summary>
    public string? Title { get; set; }
    public string? Description { get; set; }

    /// <summary>Permissions it has beyond the delivered ones.</summary>
    public List<string> Granted { get; set; } = [];

    /// <summary>Delivered permissions it hasn't.</summary>
    public List<string> Withheld { get; set; } = [];

    /// <summary>The catalogue's number of the change that last touched it.</summary>
    public long Version { get; set; }
    public bool IsDeleted { get; set; }

    /// <summary>Makes the role permit exactly this.</summary>
    public void Set(IReadOnlySet<string> delivered, IReadOnlySet<string> permissions)
    {
        Granted = [.. permissions.Except(delivered).Order()];
        Withheld = [.. delivered.Except(permissions).Order()];
    }
}
