using System.Collections.Frozen;
using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Security;

/// <summary>One row of a session joined with its account and one of the account's memberships.</summary>
internal sealed record SessionRow(
    Guid SessionId, Guid AccountId, Guid? OnlyTenant, DateTime SeenAt, string Login, string Name, string? Culture, bool MustChangePassword,
    Guid? TenantId, Guid? PersonId, List<string>? Roles, Reach? Reach, DateOnly? FromOn, DateOnly? UntilOn);

/// <summary>Finds a session and works out what its account may do in a tenant.</summary>
internal sealed class SessionReader(Catalogue catalogue, RoleBook roles)
{
    private static readonly Func<HostDb, string, DateTime, IAsyncEnumerable<SessionRow>> Query = EF.CompileAsyncQuery((HostDb host, string digest, DateTime now) =>
        from s in host.Sessions.AsNoTracking()
        where s.Digest == digest && s.ExpiresAt > now
        join a in host.Users.AsNoTracking() on s.AccountId equals a.Id
        where a.BlockedAt == null
        from m in host.Memberships.AsNoTracking().Where(m => m.AccountId == a.Id).DefaultIfEmpty()
        select new SessionRow(s.Id, a.Id, s.TenantId, s.SeenAt, a.UserName!, a.Name, a.Culture, a.MustChangePassword,
            m == null ? null : m.TenantId, m == null ? null : m.PersonId, m == null ? null : m.Roles, m == null ? null : m.Reach,
            m == null ? null : m.FromOn, m == null ? null : m.UntilOn));

    public static async Task<List<SessionRow>> FindAsync(HostDb host, string digest, DateTime now)
    {
        var rows = new List<SessionRow>();
        await foreach (var row in Query(host, digest, now)) rows.Add(row);
        return rows;
    }

    /// <summary>The same for sessions that were found before.</summary>
    public static Task<List<SessionRow>> FindAsync(HostDb host, IReadOnlyCollection<Guid> ids, DateTime now, CancellationToken cancel) => (
        from s in host.Sessions.AsNoTracking()
        where EF.Parameter(ids).Contains(s.Id) && s.ExpiresAt > now
        join a in host.Users.AsNoTracking() on s.AccountId equals a.Id
        where a.BlockedAt == null
        from m in host.Memberships.AsNoTracking().Where(m => m.AccountId == a.Id).DefaultIfEmpty()
        select new SessionRow(s.Id, a.Id, s.TenantId, s.SeenAt, a.UserName!, a.Name, a.Culture, a.MustChangePassword,
            m == null ? null : m.TenantId, m == null ? null : m.PersonId, m == null ? null : m.Roles, m == null ? null : m.Reach,
            m == null ? null : m.FromOn, m == null ? null : m.UntilOn)).ToListAsync(cancel);

    public SignedIn SignedIn(List<SessionRow> rows, Tenant tenant, DateTime now)
    {
        var valid = rows.Where(r => r.TenantId is { } id && catalogue.Of(id) is { } where && IsValidOn(r, where.Zone.DayOf(now))).ToList();
        var here = valid.Where(r => r.TenantId == tenant.Id || r.Reach == Reach.HereAndBelow && catalogue.IsAtOrBelow(tenant, r.TenantId!.Value)).ToList();
        var first = rows[0];
        return new(first.AccountId, first.SessionId, first.Login, first.Name,
            here.FirstOrDefault(r => r.TenantId == tenant.Id)?.PersonId, first.Culture,
            here.SelectMany(r => r.Roles!).ToFrozenSet(), Permissions(here))
        {
            PermissionsBelow = Permissions([.. here.Where(r => r.Reach == Reach.HereAndBelow)]),
            OwnRoles = here.Where(r => r.TenantId == tenant.Id).SelectMany(r => r.Roles!).ToFrozenSet(),
            PermissionsFromAbove = Permissions([.. here.Where(r => r.TenantId != tenant.Id)]),
            MustChangePassword = first.MustChangePassword,
            Tenants = [.. valid.Select(r => catalogue.Of(r.TenantId!.Value)).OfType<Tenant>().Where(t => t.State == TenantState.Running).OrderBy(t => t.Name, NaturalOrder.Instance)],
        };
    }

    // The days are those of the institution that gave the role.
    private static bool IsValidOn(SessionRow row, DateOnly day) => (row.FromOn is null || row.FromOn <= day) && (row.UntilOn is null || day <= row.UntilOn);

    // A role from above means what it means there: a school can't widen what the district's people may do in it, nor narrow it.
    private IReadOnlySet<string> Permissions(List<SessionRow> here) => here switch
    {
        [] => FrozenSet<string>.Empty,
        [var one] => Of(one),
        _ => here.SelectMany(Of).ToFrozenSet(),
    };

    private IReadOnlySet<string> Of(SessionRow row) => roles.Permissions(catalogue.Of(row.TenantId!.Value)!, row.Roles!);
}
