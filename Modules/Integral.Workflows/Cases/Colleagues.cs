using Integral.Workflows.Cases;

namespace Integral.Workflows.Inbox;

internal sealed record Colleague(Guid AccountId, string Name);

/// <summary>Who else may decide: members of this institution in one of a stage's roles, today.</summary>
internal sealed class Colleagues(HostDb host, Current current, TimeProvider clock)
{
    public const int Most = 200;

    /// <summary>By name. Two statements.</summary>
    public async Task<IReadOnlyList<Colleague>> OfAsync(Stage stage)
    {
        var (here, today) = (current.Tenant.Id, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var members = await host.Memberships.AsNoTracking().Where(m => m.TenantId == here && (m.FromOn == null || m.FromOn <= today) && (m.UntilOn == null || today <= m.UntilOn)).Select(m => new { m.AccountId, m.Roles }).ToListAsync();
        var ids = members.Where(m => m.Roles.Any(stage.Roles.Contains)).Select(m => m.AccountId).ToArray();
        return await host.Users.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id) && a.BlockedAt == null).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).Select(a => new Colleague(a.Id, a.Name)).ToListAsync();
    }
}
