using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Reporting;

namespace Integral.People.Families;

/// <summary>Somebody of a person's family.</summary>
/// <param name="IsChild">The relative is the child, and the person the adult.</param>
internal sealed record RelativeRow(FamilyLink Link, Guid PersonId, string Name, bool IsChild);

/// <summary>A child as its parent sees it.</summary>
/// <param name="Groups">Of today, for who may see them.</param>
internal sealed record OwnChild(FamilyLink Link, string Name, IReadOnlyList<string> Groups);

/// <summary>Families: as many statements for ten relatives as for one.</summary>
internal sealed class FamilyBook(Db db, Current current, Figures figures)
{
    private const int MostWords = 5, MostFound = 20;

    public DateOnly Today => figures.Today;

    /// <summary>The adults of a child and the children of an adult, these first; relatives in the bin are left out.</summary>
    public async Task<IReadOnlyList<RelativeRow>> OfAsync(Guid person)
    {
        var found = await (from f in db.FamilyLinks.AsNoTracking()
                           where f.AdultId == person || f.ChildId == person
                           join p in db.People on f.AdultId == person ? f.ChildId : f.AdultId equals p.Id
                           orderby p.SortName, f.Id
                           select new { Link = f, Relative = p }).ToListAsync();
        return [.. found.Select(f => new RelativeRow(f.Link, f.Relative.Id, f.Relative.FullName, f.Link.AdultId == person)).OrderBy(r => r.IsChild)];
    }

    /// <exception cref="NotFoundException">There is none of this id.</exception>
    public Task<FamilyLink> FindAsync(Guid id) => db.FamilyLinks.SingleOr404Async(f => f.Id == id);

    /// <summary>The same of a person's family.</summary>
    public Task<FamilyLink> FindAsync(Guid id, Guid person) => db.FamilyLinks.SingleOr404Async(f => f.Id == id && (f.AdultId == person || f.ChildId == person));

    /// <summary>Children of whoever is signed in, on the days that are said of it; nobody else's.</summary>
    public async Task<IReadOnlyList<OwnChild>> OwnAsync()
    {
        if (current.Account?.PersonId is not { } me) return [];
        var today = Today;
        var children = await (from f in Holding(me, today).AsNoTracking()
                              join p in db.People on f.ChildId equals p.Id
                              orderby p.SortName, p.Id
                              select new { Link = f, Child = p }).ToListAsync();
        var ids = children.Where(c => c.Link.MayRead).Select(c => c.Child.Id).ToList();
        var groups = (await (from e in db.Enrolments.AsNoTracking()
                             where EF.Parameter(ids).Contains(e.PersonId) && e.FromOn <= today && (e.UntilOn == null || today <= e.UntilOn)
                             join g in db.Groups.Where(g => g.FromOn <= today && (g.UntilOn == null || today <= g.UntilOn)) on e.GroupId equals g.Id
                             orderby g.SortName
                             select new { e.PersonId, g.Name }).ToListAsync()).ToLookup(g => g.PersonId, g => g.Name);
        return [.. children.Select(c => new OwnChild(c.Link, c.Child.FullName, [.. groups[c.Child.Id]]))];
    }

    public Task<int> CountOwnAsync()
    {
        var people = db.People;
        return current.Account?.PersonId is { } me ? Holding(me, Today).CountAsync(f => people.Any(p => p.Id == f.ChildId)) : Task.FromResult(0);
    }

    /// <summary>Who could be added to a person's family, by words of their names.</summary>
    public Task<List<Person>> CandidatesAsync(Guid person, string? text)
    {
        var words = NameSearch.Key(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (words.Count == 0) return Task.FromResult(new List<Person>());
        var (people, families) = (db.People.AsNoTracking(), db.FamilyLinks);
        foreach (var word in words) people = people.Where(p => p.SearchName.Contains(word));
        return people.Where(p => p.Id != person && !families.Any(f => f.AdultId == person && f.ChildId == p.Id || f.AdultId == p.Id && f.ChildId == person)).OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(MostFound).ToListAsync();
    }

    private IQueryable<FamilyLink> Holding(Guid adult, DateOnly day) => db.FamilyLinks.Where(f => f.AdultId == adult && (f.FromOn == null || f.FromOn <= day) && (f.UntilOn == null || day <= f.UntilOn));
}
