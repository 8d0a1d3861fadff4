using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;

namespace Integral.Workflows.Definitions;

/// <summary>Who of those that a definition names is here.</summary>
/// <param name="People">Accounts of members who may decide.</param>
/// <param name="Groups">Working groups of today.</param>
internal sealed record KnownCandidates(IReadOnlySet<Guid> People, IReadOnlySet<Guid> Groups)
{
    public static KnownCandidates None { get; } = new(new HashSet<Guid>(), new HashSet<Guid>());
}

/// <summary>The people and working groups to whom workflows can give decisions.</summary>
internal sealed class CandidateBook(HostDb host, RoleBook roles, WorkingGroups groups, TimeProvider clock)
{
    public const int MostOffered = 500;

    /// <summary>For a definition: nothing is read where it names none.</summary>
    public async Task<KnownCandidates> ForAsync(Db db, Graph graph)
    {
        var (people, named) = (Named(graph, UserTask.People), Named(graph, UserTask.Groups));
        return new(people ? (await MembersAsync(db.Tenant)).Select(m => m.AccountId).ToHashSet() : [], named ? (await groups.AllAsync(db, DayIn(db.Tenant))).Select(g => g.Id).ToHashSet() : []);
    }

    /// <summary>Members who may decide, by name.</summary>
    public async Task<IReadOnlyList<SaidWord>> PeopleAsync(Db db)
    {
        var ids = (await MembersAsync(db.Tenant)).Select(m => m.AccountId).ToArray();
        var names = await host.Users.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(MostOffered).Select(a => new { a.Id, a.Name }).ToListAsync();
        return [.. names.Select(a => new SaidWord($"{a.Id}", new(a.Name)))];
    }

    /// <summary>Working groups of today, by name.</summary>
    public async Task<IReadOnlyList<SaidWord>> GroupsAsync(Db db) => [.. (await groups.AllAsync(db, DayIn(db.Tenant))).Select(g => new SaidWord($"{g.Id}", new(g.Name)))];

    /// <summary>What those are called whom a definition names, also who isn't here any more.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Db db, Graph graph) =>
        NamesAsync(db, host, groups, [.. graph.Nodes.SelectMany(n => n.Ids(UserTask.People)).Distinct()], [.. graph.Nodes.SelectMany(n => n.Ids(UserTask.Groups)).Distinct()]);

    /// <summary>All members of an institution who aren't blocked, today.</summary>
    public static async Task<List<Member>> MembersAsync(HostDb host, Tenant tenant, DateTimeOffset now)
    {
        var users = host.Users;
        var members = await host.Memberships.AsNoTracking().HoldingOn(now, tenant).Where(m => users.Any(a => a.Id == m.AccountId && a.BlockedAt == null)).OrderBy(m => m.Id).Select(m => new { m.AccountId, m.PersonId, m.Roles }).ToListAsync();
        return [.. members.Select(m => new Member(m.AccountId, m.PersonId, m.Roles.ToHashSet()))];
    }

    public static bool MayWork(RoleBook roles, Tenant tenant, Member member) => roles.Permissions(tenant, [.. member.Roles.Order(StringComparer.Ordinal)]).Contains(WorkflowsModule.Work);

    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Db db, HostDb host, WorkingGroups groups, Guid[] people, Guid[] named)
    {
        Dictionary<Guid, string> names = people.Length == 0 ? [] : await host.Users.AsNoTracking().Where(a => EF.Parameter(people).Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name);
        if (named.Length > 0) foreach (var (id, name) in await groups.NamesAsync(db, named)) names[id] = name;
        return names;
    }

    private async Task<List<Member>> MembersAsync(Tenant tenant) => [.. (await MembersAsync(host, tenant, clock.GetUtcNow())).Where(m => MayWork(roles, tenant, m))];
    private DateOnly DayIn(Tenant tenant) => tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime);
    private static bool Named(Graph graph, string list) => graph.Nodes.Any(n => n.Ids(list).Count > 0);
}
