using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Data;
using Microsoft.AspNetCore.Identity;

namespace Integral.People;

/// <summary>What to look for; everything may be left out.</summary>
internal sealed record PeopleFilter(string? Text, string? Role, AccountState? State, string? After);

/// <param name="Photo">Its stored name; null for none.</param>
internal sealed record PeopleRow(Guid Id, string Name, string SortName, string? Login, IReadOnlyList<string> Roles, AccountState State, string? Photo = null);

/// <param name="Next">The cursor of the next page; null on the last.</param>
internal sealed record PeoplePage(IReadOnlyList<PeopleRow> Rows, string? Next);

/// <summary>
/// The people of this institution by name. Persons are its rows, memberships the host's: two statements a page,
/// three when somebody without a person may be among them.
/// </summary>
internal sealed class PeopleList(Db db, HostDb host, Current current, ILookupNormalizer normalizer, TimeProvider clock)
{
    private sealed record Joined(Membership Membership, string Login, string Name, DateTime? BlockedAt, bool MustChangePassword);

    /// <summary>How a cursor begins that names somebody without a person.</summary>
    private const string WithoutMark = "~";

    private DateOnly Today => current.Tenant.Zone.DayOf(clock.GetUtcNow().UtcDateTime);

    public async Task<PeoplePage> PageAsync(PeopleFilter filter, int size = 50)
    {
        var isFiltered = filter.Role is not null || filter.State is not null || filter.Text is not null;
        var joined = isFiltered ? await JoinedAsync(m => true) : [];
        var persons = await PersonsAsync(filter, joined, size + 1);
        if (!isFiltered)
        {
            var ids = persons.Select(p => (Guid?)p.Id).ToList();
            joined = await JoinedAsync(m => m.PersonId == null || EF.Parameter(ids).Contains(m.PersonId));
        }
        var byPerson = joined.Where(j => j.Membership.PersonId is not null).GroupBy(j => j.Membership.PersonId!.Value).ToDictionary(g => g.Key, g => g.First());
        // Those without a person come first, and count: a page never holds more than was asked for.
        var without = WithoutPerson(filter, joined);
        var rows = without.Take(size).Select(Row).Concat(persons.Take(Math.Max(0, size - without.Count)).Select(p => Row(p, byPerson.GetValueOrDefault(p.Id)))).ToList();
        if (without.Count > size || without.Count == size && persons.Count > 0) return new(rows, $"{WithoutMark}{without[size - 1].Membership.Id:N}");
        var shown = size - without.Count;
        return new(rows, persons.Count > shown ? Cursor(persons[shown - 1]) : null);
    }

    /// <summary>The ids of all whom the filter lets through, in the order of the list: of persons, and of memberships without one.</summary>
    public async Task<IReadOnlyList<Guid>> IdsAsync(PeopleFilter filter)
    {
        var joined = await JoinedAsync(m => true);
        var persons = await Ordered(filter, joined).Select(p => p.Id).ToListAsync();
        return [.. WithoutPerson(filter, joined).Select(j => j.Membership.Id), .. persons];
    }

    private List<Joined> WithoutPerson(PeopleFilter filter, List<Joined> joined)
    {
        if (filter.After is { } after && !after.StartsWith(WithoutMark, StringComparison.Ordinal)) return [];
        var all = joined.Where(j => j.Membership.PersonId is null && Fits(j, filter) && HasText(j, filter)).OrderBy(j => j.Login, StringComparer.Ordinal).ThenBy(j => j.Membership.Id);
        return [.. filter.After is null ? all : all.SkipWhile(j => $"{WithoutMark}{j.Membership.Id:N}" != filter.After).Skip(1)];
    }

    private Task<List<Joined>> JoinedAsync(System.Linq.Expressions.Expression<Func<Membership, bool>> which) =>
        (from m in host.Memberships.AsNoTracking().Where(m => m.TenantId == current.Tenant.Id).Where(which)
         join a in host.Users.AsNoTracking() on m.AccountId equals a.Id
         select new Joined(m, a.UserName!, a.Name, a.BlockedAt, a.MustChangePassword)).ToListAsync();

    private Task<List<Person>> PersonsAsync(PeopleFilter filter, List<Joined> joined, int count) => Ordered(filter, joined).Take(count).ToListAsync();

    private IQueryable<Person> Ordered(PeopleFilter filter, List<Joined> joined)
    {
        IQueryable<Person> people = db.People;
        if (filter.Role is not null || filter.State is not null and not AccountState.None)
        {
            var fitting = joined.Where(j => Fits(j, filter)).Select(j => j.Membership.PersonId).ToList();
            people = people.Where(p => EF.Parameter(fitting).Contains(p.Id));
        }
        else if (filter.State is AccountState.None)
        {
            var taken = joined.Select(j => j.Membership.PersonId).ToList();
            people = people.Where(p => !EF.Parameter(taken).Contains(p.Id));
        }
        people = After(Named(people, filter, joined), filter.After);
        return people.AsNoTracking().OrderBy(p => p.SortName).ThenBy(p => p.Id);
    }

    private IQueryable<Person> Named(IQueryable<Person> people, PeopleFilter filter, List<Joined> joined)
    {
        if (filter.Text is null) return people;
        var byLogin = joined.Where(j => HasLogin(j, filter.Text)).Select(j => j.Membership.PersonId).ToList();
        var named = people;
        foreach (var word in NameSearch.Key(filter.Text).Split(' ').Take(5)) named = named.Where(p => p.SearchName.Contains(word));
        return people.Where(p => named.Any(n => n.Id == p.Id) || EF.Parameter(byLogin).Contains(p.Id));
    }

    private static IQueryable<Person> After(IQueryable<Person> people, string? cursor)
    {
        if (cursor?.Split('.') is not [var sort, var id] || !Guid.TryParseExact(id, "N", out var last)) return people;
        return people.Where(p => p.SortName.CompareTo(sort) > 0 || p.SortName == sort && p.Id > last);
    }

    private static string Cursor(Person person) => $"{person.SortName}.{person.Id:N}";

    private bool Fits(Joined j, PeopleFilter filter) =>
        (filter.Role is null || j.Membership.Roles.Contains(filter.Role)) && (filter.State is null || State(j) == filter.State);

    private bool HasText(Joined j, PeopleFilter filter) =>
        filter.Text is null || HasLogin(j, filter.Text) || CultureInfo.InvariantCulture.CompareInfo.IndexOf(j.Name, filter.Text, CompareOptions.IgnoreCase) >= 0;

    private bool HasLogin(Joined j, string text) => normalizer.NormalizeName(j.Login).Contains(normalizer.NormalizeName(text.Trim()), StringComparison.Ordinal);

    private AccountState State(Joined j) => AccountStates.Of(j.Membership, j.BlockedAt, j.MustChangePassword, Today);

    private PeopleRow Row(Person person, Joined? j) =>
        new(person.Id, person.FullName, person.SortName, j?.Login, j?.Membership.Roles ?? [], j is null ? AccountState.None : State(j), person.PhotoName);

    private PeopleRow Row(Joined j) => new(j.Membership.Id, j.Name, "", j.Login, j.Membership.Roles, State(j));
}
