using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Groups;

/// <param name="Groups">Names of the groups in which the person is on the day.</param>
internal sealed record Candidate(Guid Id, string Name, DateOnly? BornOn, IReadOnlyList<string> Groups);

/// <summary>Who could be put into a group: two statements.</summary>
internal sealed class GroupCandidates(Db db)
{
    public const int Most = 50;
    private const int MostWords = 5;

    /// <param name="group">In which they aren't on the day or later.</param>
    /// <param name="text">Words of the name.</param>
    /// <param name="day">For the groups that are told of.</param>
    public async Task<IReadOnlyList<Candidate>> FindAsync(Group group, string? text, DateOnly day)
    {
        var (id, whole) = (group.Id, group.PartOfId);
        var people = db.People.AsNoTracking().Where(p => !db.Set<Enrolment>().Any(e => e.GroupId == id && e.PersonId == p.Id && (e.UntilOn == null || e.UntilOn >= day)));
        if (whole is not null) people = people.Where(p => db.Set<Enrolment>().Any(e => e.GroupId == whole && e.PersonId == p.Id && (e.UntilOn == null || e.UntilOn >= day)));
        foreach (var word in NameSearch.Key(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)) people = people.Where(p => p.SearchName.Contains(word));
        var found = await people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(Most).ToListAsync();
        var ids = found.Select(p => p.Id).ToList();
        var inGroups = await (from e in db.Enrolments.AsNoTracking()
                              where EF.Parameter(ids).Contains(e.PersonId) && e.FromOn <= day && (e.UntilOn == null || day <= e.UntilOn)
                              join g in db.Groups.Where(g => g.FromOn <= day && (g.UntilOn == null || day <= g.UntilOn)) on e.GroupId equals g.Id
                              orderby g.SortName
                              select new { e.PersonId, g.Name }).ToListAsync();
        var names = inGroups.ToLookup(g => g.PersonId, g => g.Name);
        return [.. found.Select(p => new Candidate(p.Id, p.FullName, p.BornOn, [.. names[p.Id]]))];
    }
}
