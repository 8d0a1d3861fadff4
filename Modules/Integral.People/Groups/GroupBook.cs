using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Reporting;

namespace Integral.People.Groups;

/// <summary>What to look for; everything but the day may be left out.</summary>
/// <param name="On">Groups of this day, with who is in them on it.</param>
internal sealed record GroupFilter(DateOnly On, string? Text = null, GroupKind? Kind = null, string? After = null);

/// <param name="People">In it on the day that was asked for.</param>
internal sealed record GroupRow(Guid Id, GroupKind Kind, string Name, string? PartOf, DateOnly FromOn, DateOnly? UntilOn, int? Seats, int People, string SortName);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record GroupPage(IReadOnlyList<GroupRow> Rows, string? Next);

/// <summary>Somebody's days in a group.</summary>
internal sealed record EnrolledRow(Guid Id, Guid PersonId, string Name, string SortName, DateOnly FromOn, DateOnly? UntilOn, string? Reason);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record EnrolledPage(IReadOnlyList<EnrolledRow> Rows, string? Next);

/// <summary>A group in which a person is, was or will be.</summary>
/// <param name="LastOn">The person's last day there or, where none is said, the group's.</param>
internal sealed record GroupOfPerson(Guid GroupId, GroupKind Kind, string Name, DateOnly FromOn, DateOnly? UntilOn, DateOnly? LastOn, string? Reason);

/// <summary>The groups of the institution and who is in them, always for a day: as many statements for a hundred people as for one.</summary>
internal sealed class GroupBook(Db db, Figures figures)
{
    public const int PageSize = 50, MostOffered = 500;

    /// <summary>By the institution's clock.</summary>
    public DateOnly Today => figures.Today;

    public async Task<GroupPage> PageAsync(GroupFilter filter, int size = PageSize)
    {
        var on = filter.On;
        var groups = On(on);
        if (filter.Kind is { } kind) groups = groups.Where(g => g.Kind == kind);
        if (NameSearch.Key(filter.Text ?? "") is { Length: > 0 } text) groups = groups.Where(g => g.SearchName.Contains(text));
        if (filter.After?.Split('.') is [var sort, var id] && Guid.TryParseExact(id, "N", out var last)) groups = groups.Where(g => g.SortName.CompareTo(sort) > 0 || g.SortName == sort && g.Id > last);
        var rows = await groups.OrderBy(g => g.SortName).ThenBy(g => g.Id).Take(size + 1).Select(g => new GroupRow(g.Id, g.Kind, g.Name,
            db.Set<Group>().Where(o => o.Id == g.PartOfId).Select(o => o.Name).FirstOrDefault(), g.FromOn, g.UntilOn, g.Seats,
            db.Set<Enrolment>().Count(e => e.GroupId == g.Id && e.FromOn <= on && (e.UntilOn == null || on <= e.UntilOn)), g.SortName)).ToListAsync();
        return rows.Count > size ? new(rows[..size], $"{rows[size - 1].SortName}.{rows[size - 1].Id:N}") : new(rows, null);
    }

    private IQueryable<Group> On(DateOnly day) => db.Groups.AsNoTracking().Where(g => g.FromOn <= day && (g.UntilOn == null || day <= g.UntilOn));

    /// <exception cref="NotFoundException">There is none, or it is in the bin.</exception>
    public Task<Group> FindAsync(Guid id) => db.Groups.SingleOr404Async(g => g.Id == id);

    public Task<string?> NameAsync(Guid? id) => db.Groups.IgnoreQueryFilters().Where(g => g.Id == id).Select(g => g.Name).FirstOrDefaultAsync();

    /// <summary>Who is in it on a day, by name; without a day everybody who ever was or will be, with the days.</summary>
    public async Task<EnrolledPage> MembersAsync(Guid of, DateOnly? day, string? after, int size = PageSize)
    {
        var rows = from e in Enrolled(of, day)
                   join p in db.People.IgnoreQueryFilters() on e.PersonId equals p.Id
                   select new { e, p };
        if (after?.Split('.') is [var sort, var id] && Guid.TryParseExact(id, "N", out var last)) rows = rows.Where(r => r.p.SortName.CompareTo(sort) > 0 || r.p.SortName == sort && r.e.Id > last);
        var found = await rows.OrderBy(r => r.p.SortName).ThenBy(r => r.e.Id).Take(size + 1)
            .Select(r => new { r.e.Id, r.e.PersonId, Person = r.p, r.e.FromOn, r.e.UntilOn, r.e.Reason }).AsNoTracking().ToListAsync();
        var shown = found.Take(size).Select(r => new EnrolledRow(r.Id, r.PersonId, r.Person.FullName, r.Person.SortName, r.FromOn, r.UntilOn, r.Reason)).ToList();
        return new(shown, found.Count > size ? $"{shown[^1].SortName}.{shown[^1].Id:N}" : null);
    }

    public Task<int> CountAsync(Guid group, DateOnly on) => Enrolled(group, on).CountAsync();

    private IQueryable<Enrolment> Enrolled(Guid group, DateOnly? on)
    {
        var all = db.Enrolments.AsNoTracking().Where(e => e.GroupId == group);
        return on is { } day ? all.Where(e => e.FromOn <= day && (e.UntilOn == null || day <= e.UntilOn) && On(day).Any(g => g.Id == group)) : all;
    }

    /// <summary>Groups of a day into which somebody could be put, by name.</summary>
    public Task<List<Group>> OfferedAsync(DateOnly on, GroupKind? kind = null) =>
        On(on).Where(g => kind == null || g.Kind == kind).OrderBy(g => g.SortName).ThenBy(g => g.Id).Take(MostOffered).ToListAsync();

    /// <summary>Where a person is, was and will be, the latest first.</summary>
    public Task<List<GroupOfPerson>> OfPersonAsync(Guid person) =>
        (from e in db.Enrolments.AsNoTracking()
         where e.PersonId == person
         join g in db.Groups on e.GroupId equals g.Id
         orderby e.FromOn descending, g.SortName
         select new GroupOfPerson(g.Id, g.Kind, g.Name, e.FromOn, e.UntilOn, e.UntilOn ?? g.UntilOn, e.Reason)).Take(MostOffered).ToListAsync();
}
