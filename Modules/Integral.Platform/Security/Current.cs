using System.Collections.Frozen;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Security;

/// <summary>Where we are and who is asking. Filled once for a request or a job, read-only for everyone else.</summary>
public sealed class Current
{
    private Tenant? tenant;
    private bool isOnOwnHost;

    /// <exception cref="InvalidOperationException">Work outside a request that didn't go through <c>TenantRunner</c>.</exception>
    public Tenant Tenant => tenant ?? throw new InvalidOperationException("No tenant here: work outside a request goes through ITenantRunner.");
    public bool HasTenant => tenant is not null;

    /// <summary>The signed-in account; null for a visitor.</summary>
    public SignedIn? Account { get; private set; }

    /// <summary>May the signed-in person do this in this tenant?</summary>
    public bool Can(string permission) => Account?.Permissions.Contains(permission) == true;

    /// <summary>May they do it in every tenant under this one too, by a membership that reaches there?</summary>
    public bool CanBelow(string permission) => Account?.PermissionsBelow.Contains(permission) == true;

    /// <summary>The tenant's part of the address, without a closing slash: "" or "/school-1"; "" too on a host name of its own.</summary>
    public string Base => isOnOwnHost || Tenant.IsRoot ? "" : $"/{Tenant.Path}";

    /// <summary>Visitors' addresses carry this after <see cref="Base"/> when they read in another than the tenant's language: "" or "/kk".</summary>
    public string CulturePrefix { get; internal set; } = "";

    /// <summary>A verb or job, which acts for whoever may start the server. Never a request, whoever sends it.</summary>
    public bool IsOperator => Account is null && Work is not null;

    /// <summary>The job or verb that runs; null in a request.</summary>
    internal string? Work { get; set; }

    internal void Enter(Tenant where, bool onOwnHost = false) => (tenant, isOnOwnHost) = (where, onOwnHost);
    internal void Enter(SignedIn who) => Account = who;
}

/// <summary>An account with what it may do in the current tenant.</summary>
public sealed record SignedIn(Guid AccountId, Guid SessionId, string Login, string Name, Guid? PersonId, string? Culture, IReadOnlySet<string> Roles, IReadOnlySet<string> Permissions)
{
    /// <summary>Those of its permissions that come from a membership here and below.</summary>
    public IReadOnlySet<string> PermissionsBelow { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Its roles in this very tenant. One that it has from above means what it means there, whatever this tenant calls by that name.</summary>
    public IReadOnlySet<string> OwnRoles { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Those of its permissions that come from memberships above.</summary>
    public IReadOnlySet<string> PermissionsFromAbove { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Running tenants this account is a member of, by name; for the switcher.</summary>
    public IReadOnlyList<Tenant> Tenants { get; init; } = [];

    /// <summary>Somebody else gave it its password: nothing else is to be done before it is changed.</summary>
    public bool MustChangePassword { get; init; }
}
