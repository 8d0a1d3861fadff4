using Integral.People.Data;
using Integral.People.Families;

namespace Integral.People.Contracts;

/// <summary>
/// Who belongs to groups on a day, for modules that speak to people by their groups: those who are in them, and the adults of their families who may see what is
/// theirs. Queries, to stand within others.
/// </summary>
public static class GroupCircles
{
    /// <summary>Groups that are there on a day.</summary>
    public static IQueryable<Group> On(Db db, DateOnly day) => db.Groups.AsNoTracking().Where(g => g.FromOn <= day && (g.UntilOn == null || day <= g.UntilOn));

    /// <summary>Ids of the groups in which a person is.</summary>
    public static IQueryable<Guid> Of(Db db, Guid person, DateOnly day) => Days(db, day).Where(e => e.PersonId == person).Select(e => e.GroupId);

    /// <summary>Ids of the groups in which children are whose groups an adult may see.</summary>
    public static IQueryable<Guid> OfChildren(Db db, Guid adult, DateOnly day)
    {
        var children = Families(db, day).Where(f => f.AdultId == adult);
        return Days(db, day).Where(e => children.Any(f => f.ChildId == e.PersonId)).Select(e => e.GroupId);
    }

    /// <summary>Ids of the persons who are in one of the groups.</summary>
    public static IQueryable<Guid> MembersOf(Db db, IReadOnlyCollection<Guid> groups, DateOnly day) =>
        Days(db, day).Where(e => EF.Parameter(groups).Contains(e.GroupId)).Select(e => e.PersonId).Distinct();

    /// <summary>Ids of the adults who may see the groups of somebody in one of them.</summary>
    public static IQueryable<Guid> ParentsOf(Db db, IReadOnlyCollection<Guid> groups, DateOnly day)
    {
        var members = Days(db, day).Where(e => EF.Parameter(groups).Contains(e.GroupId));
        return Families(db, day).Where(f => members.Any(e => e.PersonId == f.ChildId)).Select(f => f.AdultId).Distinct();
    }

    private static IQueryable<Enrolment> Days(Db db, DateOnly day)
    {
        var groups = On(db, day);
        return db.Enrolments.AsNoTracking().Where(e => e.FromOn <= day && (e.UntilOn == null || day <= e.UntilOn) && groups.Any(g => g.Id == e.GroupId));
    }

    private static IQueryable<FamilyLink> Families(Db db, DateOnly day) =>
        db.FamilyLinks.AsNoTracking().Where(f => f.MayRead && (f.FromOn == null || f.FromOn <= day) && (f.UntilOn == null || day <= f.UntilOn));
}
