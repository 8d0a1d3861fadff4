using Integral.Platform.Audit;

namespace Integral.Platform.Security;

/// <summary>Here: in its tenant only. HereAndBelow: in every tenant under it too.</summary>
public enum Reach { Here, HereAndBelow }

/// <summary>What an account is in a tenant: the roles it acts in there, and the person it is.</summary>
[Audited]
public sealed class Membership
{
    public Guid Id { get; internal init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required Guid TenantId { get; init; }

    /// <summary>The person of that tenant; null for a role without one, such as the platform administrator's.</summary>
    public Guid? PersonId { get; set; }
    public List<string> Roles { get; set; } = [];
    public Reach Reach { get; set; }
    public DateOnly? FromOn { get; set; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly? UntilOn { get; set; }

    public bool IsValidOn(DateOnly day) => (FromOn is null || FromOn <= day) && (UntilOn is null || day <= UntilOn);
}
