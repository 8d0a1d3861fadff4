using Integral.People.Contracts;

namespace Integral.Announcements;

internal sealed record FoundPerson(Guid Id, string Name);

/// <summary>Whom an announcement could be for, by words of their names.</summary>
internal sealed class PersonSearch(Db db, HostDb host, Current current, TimeProvider clock)
{
    private const int MostWords = 5, MostFound = 30;

    /// <summary>Only those who have a role here: nobody else could read it.</summary>
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(string? text)
    {
        var words = NameSearch.Key(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (words.Count == 0) return [];
        var ids = await host.Memberships.AsNoTracking().HoldingOn(clock.GetUtcNow(), current.Tenant).Where(m => m.PersonId != null).Select(m => m.PersonId!.Value).Distinct().ToArrayAsync();
        var people = db.Set<Person>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id));
        foreach (var word in words) people = people.Where(p => p.SearchName.Contains(word));
        return [.. (await people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(MostFound).ToListAsync()).Select(p => new FoundPerson(p.Id, p.FullName))];
    }
}
