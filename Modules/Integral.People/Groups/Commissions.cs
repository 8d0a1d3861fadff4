using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Groups;

/// <summary>Working groups as others know them: to whom matters can be given.</summary>
internal sealed class Commissions : WorkingGroups
{
    public override async Task<IReadOnlyList<WorkingGroup>> AllAsync(Db db, DateOnly on) =>
        await On(db, on).OrderBy(g => g.SortName).ThenBy(g => g.Id).Take(GroupBook.MostOffered).Select(g => new WorkingGroup(g.Id, g.Name)).ToListAsync();

    public override async Task<ILookup<Guid, Guid>> PeopleAsync(Db db, IReadOnlyCollection<Guid> groups, DateOnly on)
    {
        var (wanted, there) = (groups.Distinct().ToArray(), On(db, on));
        var people = await db.Enrolments.AsNoTracking().Where(e => EF.Parameter(wanted).Contains(e.GroupId) && e.FromOn <= on && (e.UntilOn == null || on <= e.UntilOn) && there.Any(g => g.Id == e.GroupId))
            .Select(e => new { e.GroupId, e.PersonId }).ToListAsync();
        return people.ToLookup(p => p.GroupId, p => p.PersonId);
    }

    public override async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(Db db, IReadOnlyCollection<Guid> groups)
    {
        var wanted = groups.Distinct().ToArray();
        return await db.Groups.IgnoreQueryFilters().AsNoTracking().Where(g => EF.Parameter(wanted).Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Name);
    }

    // Of another kind nobody decides anything: a class is no commission.
    private static IQueryable<Group> On(Db db, DateOnly day) => db.Groups.AsNoTracking().Where(g => g.Kind == GroupKind.Working && g.FromOn <= day && (g.UntilOn == null || day <= g.UntilOn));
}
