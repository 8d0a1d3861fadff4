using Integral.People.Contracts;

namespace Integral.Announcements;

/// <summary>Somebody whom an announcement reaches: an account with a membership here.</summary>
internal sealed record Receiver(Guid AccountId, Guid? PersonId);

/// <summary>Whom an announcement reaches today, in this institution: one statement of the host's, and one each for members and parents of groups and for nothing else.</summary>
internal sealed class AudienceReach(Db db, HostDb host, Current current, TimeProvider clock)
{
    /// <summary>Each account once.</summary>
    public async Task<IReadOnlyList<Receiver>> OfAsync(IReadOnlyCollection<AudiencePart> parts, CancellationToken cancel = default)
    {
        if (parts.All(p => p.Kind is AudienceKind.Below or AudienceKind.BelowRole)) return [];
        var isEverybody = parts.Any(p => p.Kind == AudienceKind.Everybody);
        var (roles, persons) = (parts.Where(p => p.Kind == AudienceKind.Role).Select(p => p.Role!).ToHashSet(StringComparer.Ordinal), await PersonsAsync(isEverybody ? [] : parts, cancel));
        var members = await host.Memberships.AsNoTracking().HoldingOn(clock.GetUtcNow(), current.Tenant).OrderBy(m => m.Id).Select(m => new { m.AccountId, m.PersonId, m.Roles }).ToListAsync(cancel);
        return [.. members.Where(m => isEverybody && m.Roles.Count > 0 || m.Roles.Any(roles.Contains) || m.PersonId is { } person && persons.Contains(person)).Select(m => new Receiver(m.AccountId, m.PersonId)).DistinctBy(r => r.AccountId)];
    }

    /// <summary>How many that are.</summary>
    public async Task<int> CountAsync(IReadOnlyCollection<AudiencePart> parts) => (await OfAsync(parts)).Count;

    private async Task<HashSet<Guid>> PersonsAsync(IReadOnlyCollection<AudiencePart> parts, CancellationToken cancel)
    {
        var today = current.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime);
        var persons = parts.Where(p => p.PersonId is not null).Select(p => p.PersonId!.Value).ToHashSet();
        if (GroupsOf(parts, AudienceKind.Members) is { Length: > 0 } full) persons.UnionWith(await GroupCircles.MembersOf(db, full, today).ToListAsync(cancel));
        if (GroupsOf(parts, AudienceKind.Parents) is { Length: > 0 } families) persons.UnionWith(await GroupCircles.ParentsOf(db, families, today).ToListAsync(cancel));
        return persons;
    }

    private static Guid[] GroupsOf(IReadOnlyCollection<AudiencePart> parts, AudienceKind kind) => [.. parts.Where(p => p.Kind == kind).Select(p => p.GroupId!.Value)];
}
