using Integral.People.Data;

namespace Integral.People.Import;

/// <summary>Somebody of the institution, as rows of a table are compared with them.</summary>
internal sealed record Known(Guid Id, PersonName Name, string SearchName, string? Code, DateOnly? BornOn, string? Email, string? Phone)
{
    public Belonging? Belonging { get; init; }
}

/// <summary>What an account is here.</summary>
internal sealed record Belonging(Membership Membership, string Login);

/// <summary>An account of the installation whose login the table names.</summary>
/// <param name="Memberships">In how many institutions it is a member.</param>
internal sealed record Present(Guid Id, string Login, int Memberships);

/// <summary>Who is here, and whom the table names of elsewhere: read at once, whatever the number of rows.</summary>
/// <param name="FormerCodes">Codes of records that were merged, with the records that go on in their place: the other system may still write them.</param>
internal sealed record Population(IReadOnlyList<Known> People, IReadOnlySet<Guid> Binned, IReadOnlyDictionary<string, Guid> FormerCodes, IReadOnlyDictionary<string, Belonging> Members, IReadOnlyDictionary<string, Present> Accounts)
{
    /// <param name="logins">Normalized.</param>
    public static async Task<Population> ReadAsync(Db db, HostDb host, IReadOnlyCollection<string> logins)
    {
        var here = db.Tenant.Id;
        var members = await (from m in host.Memberships.AsNoTracking()
                             where m.TenantId == here
                             join a in host.Users on m.AccountId equals a.Id
                             select new { Login = a.UserName!, Normalized = a.NormalizedUserName!, Membership = m }).ToListAsync();
        var accounts = await host.Users.AsNoTracking().Where(a => EF.Parameter(logins).Contains(a.NormalizedUserName!))
            .Select(a => new { Normalized = a.NormalizedUserName!, Present = new Present(a.Id, a.UserName!, host.Memberships.Count(m => m.AccountId == a.Id)) }).ToListAsync();
        var byPerson = members.Where(m => m.Membership.PersonId is not null).GroupBy(m => m.Membership.PersonId!.Value).ToDictionary(g => g.Key, g => new Belonging(g.First().Membership, g.First().Login));
        var all = db.People.IgnoreQueryFilters();
        var people = await all.AsNoTracking().Select(p => new { p.Id, p.FamilyName, p.GivenName, p.Patronymic, p.SearchName, p.Code, p.BornOn, p.Email, p.Phone, p.MergedIntoId, IsBinned = p.DeletedAt != null }).ToListAsync();
        return new(
            [.. people.Where(p => !p.IsBinned).Select(p => new Known(p.Id, new(p.FamilyName, p.GivenName, p.Patronymic), p.SearchName, p.Code, p.BornOn, p.Email, p.Phone) { Belonging = byPerson.GetValueOrDefault(p.Id) })],
            people.Where(p => p.IsBinned).Select(p => p.Id).ToHashSet(),
            people.Where(p => p is { MergedIntoId: not null, Code: not null }).DistinctBy(p => p.Code).ToDictionary(p => p.Code!, p => p.MergedIntoId!.Value, StringComparer.Ordinal),
            members.ToDictionary(m => m.Normalized, m => new Belonging(m.Membership, m.Login)), accounts.ToDictionary(a => a.Normalized, a => a.Present));
    }
}
