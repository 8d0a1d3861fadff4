namespace Integral.Workflows.Cases;

internal sealed record Colleague(Guid AccountId, string Name);

/// <summary>A member of this institution with the roles that they have in it.</summary>
internal sealed record Member(Guid AccountId, HashSet<string> Roles);

/// <summary>Who may decide: members of this institution in one of a stage's roles, today.</summary>
internal sealed class Colleagues(HostDb host, Current current, TimeProvider clock)
{
    public const int Most = 200;

    private List<Member>? members;

    /// <summary>All of them. Roles are kept as one text, so they are compared here; read once for all that is asked together.</summary>
    public async Task<IReadOnlyList<Member>> AllAsync() => members ??=
        [.. (await host.Memberships.AsNoTracking().HoldingOn(clock.GetUtcNow(), current.Tenant).OrderBy(m => m.Id).Select(m => new { m.AccountId, m.Roles }).ToListAsync()).Select(m => new Member(m.AccountId, [.. m.Roles]))];

    /// <summary>Those of a stage's roles, by name. Two statements.</summary>
    public async Task<IReadOnlyList<Colleague>> OfAsync(Stage stage)
    {
        var ids = (await AllAsync()).Where(m => m.Roles.Overlaps(stage.Roles)).Select(m => m.AccountId).ToArray();
        return await host.Users.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id) && a.BlockedAt == null).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).Select(a => new Colleague(a.Id, a.Name)).ToListAsync();
    }
}
