using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

internal sealed record Colleague(Guid AccountId, string Name);

/// <summary>A member of this institution with the roles that they have in it.</summary>
/// <param name="PersonId">The person that they are in it, for its groups; null where they are none.</param>
internal sealed record Member(Guid AccountId, Guid? PersonId, IReadOnlySet<string> Roles);

/// <summary>Who is in the working groups that stages name, today.</summary>
/// <param name="people">Persons by group.</param>
internal sealed class Teams(ILookup<Guid, Guid> people)
{
    /// <summary>By a role, because it is them who are named, or as one of a group. Somebody who has no role here is no member any more.</summary>
    public bool MayDecide(Stage stage, Member member) =>
        member.Roles.Count > 0 && (stage.Roles.Any(member.Roles.Contains) || stage.People.Contains(member.AccountId) || member.PersonId is { } person && stage.Groups.Any(g => people[g].Contains(person)));
}

/// <summary>Who may decide: members of this institution in one of a stage's roles or groups, or named by it, today.</summary>
internal sealed class Colleagues(Db db, HostDb host, Current current, WorkingGroups groups, RoleBook roles, TimeProvider clock)
{
    public const int Most = 200;

    private List<Member>? members;

    /// <summary>All of them who aren't blocked. Roles are kept as one text, so they are compared here; read once for all that is asked together.</summary>
    public async Task<IReadOnlyList<Member>> AllAsync() => members ??= await CandidateBook.MembersAsync(host, current.Tenant, clock.GetUtcNow());

    /// <summary>One statement for any number of stages; none where they name no groups.</summary>
    public async Task<Teams> TeamsAsync(IReadOnlyCollection<Stage> stages)
    {
        Guid[] named = [.. stages.SelectMany(s => s.Groups).Distinct()];
        return new(named.Length == 0 ? Array.Empty<Guid>().ToLookup(g => g) : await groups.PeopleAsync(db, named, current.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime)));
    }

    /// <summary>Those who may decide at a stage, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> OfAsync(Stage stage)
    {
        var teams = await TeamsAsync([stage]);
        var ids = (await AllAsync()).Where(m => teams.MayDecide(stage, m) && MayWork(m)).Select(m => m.AccountId).ToArray();
        return await host.Users.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id) && a.BlockedAt == null).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).Select(a => new Colleague(a.Id, a.Name)).ToListAsync();
    }

    /// <summary>Stages that name people or groups only, of whom nobody is here any more who could decide. Nothing is read where there are none of that kind.</summary>
    public async Task<IReadOnlySet<Guid>> ForsakenAsync(IEnumerable<Stage> stages, Teams teams)
    {
        var named = stages.Where(s => s.Roles.Count == 0).ToList();
        if (named.Count == 0) return new HashSet<Guid>();
        var here = (await AllAsync()).Where(MayWork).ToList();
        return named.Where(s => !here.Exists(m => teams.MayDecide(s, m))).Select(s => s.Id).ToHashSet();
    }

    /// <summary>What the people and groups are called that stages name: two statements at most.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Stage> stages) => await CandidateBook.NamesAsync(db, host, groups, [.. stages.SelectMany(s => s.People)], [.. stages.SelectMany(s => s.Groups)]);

    private bool MayWork(Member member) => CandidateBook.MayWork(roles, current.Tenant, member);
}
