using Microsoft.AspNetCore.Identity;

namespace Integral.People.Import;

/// <summary>Says what is to be done for each row, and writes nothing.</summary>
internal sealed class Planning(Population population, Authority authority, ILookupNormalizer normalizer, Tenant tenant, ImportOptions options)
{
    private readonly Matching matching = new(population, normalizer, tenant);
    private readonly Duplicates duplicates = new(normalizer);

    /// <exception cref="RuleException">Nothing may be made of the row.</exception>
    public RowPlan Plan(PersonRow row)
    {
        if (row.Trouble is { } trouble) throw trouble;
        if (matching.WithoutPerson(row) is { } only) return PlanWithoutPerson(row, only);
        var known = matching.Find(row);
        if (matching.IsFormerCode(row)) row = row.WithoutCode();
        var name = row.NameOver(known?.Name);
        var standing = StandingOf(row, known?.Belonging);
        var joins = standing is not null && known?.Belonging is null;
        var (login, account) = joins ? Account(row, known) : default;
        duplicates.Require(row, known?.Id, login ?? row.Login);
        return new(row, known?.Id ?? NewId(login), known is null, standing)
        {
            MembershipId = known?.Belonging?.Membership.Id, AccountId = account, Login = login,
            Changes = known is null ? [] : [.. Differences(row, name, known), .. known.Belonging is { } b && standing is not null ? Differences(standing, b.Membership) : []],
        };
    }

    private RowPlan PlanWithoutPerson(PersonRow row, Belonging member)
    {
        Rule.Require(!row.HasName && row.Code is null && row.Email is null && row.Phone is null && row.BornOn is null, T.Say("The account {0} has no person here: a table can change its roles only.", member.Login));
        duplicates.Require(row, member.Membership.Id, row.Login);
        var standing = StandingOf(row, member);
        return new(row, null, IsNew: false, standing) { MembershipId = member.Membership.Id, Changes = standing is null ? [] : [.. Differences(standing, member.Membership)] };
    }

    /// <returns>Null where what they are here stays as it is.</returns>
    private Standing? StandingOf(PersonRow row, Belonging? present)
    {
        if (present is { } b) return ChangedStanding(row, b);
        var roles = row.Roles ?? options.Roles;
        if (roles.Count == 0)
        {
            Rule.Require(row.Login is null && row.Reach is null && row.FromOn is null && row.UntilOn is null, "Give the row a role: without one nobody gets an account.", "Roles");
            return null;
        }
        var standing = new Standing(roles, row.Reach ?? Reach.Here, row.FromOn, row.UntilOn);
        authority.RequireMayGive(standing);
        return standing;
    }

    private Standing? ChangedStanding(PersonRow row, Belonging present)
    {
        var (m, login) = (present.Membership, present.Login);
        Rule.Require(row.Login is null || normalizer.NormalizeName(row.Login) == normalizer.NormalizeName(login), T.Say("Their login here is {0}; a table can't change a login.", login), "Login");
        var wanted = new Standing(row.Roles ?? m.Roles, row.Reach ?? m.Reach, row.FromOn ?? m.FromOn, row.UntilOn ?? m.UntilOn);
        if (!Differences(wanted, m).Any()) return null;
        authority.RequireOver(m);
        authority.RequireMayGive(wanted);
        return wanted;
    }

    // By its login an account may be taken in as on the screen; by an e-mail never.
    private (string? Login, Guid? Account) Account(PersonRow row, Known? known)
    {
        var email = options.EmailIsLogin ? row.Email ?? known?.Email : null;
        var login = row.Login ?? email;
        if (login is null) return default;
        if (!population.Accounts.TryGetValue(normalizer.NormalizeName(login), out var account)) return (login, null);
        Rule.Require(!population.Members.ContainsKey(normalizer.NormalizeName(login)), T.Say("The login {0} is somebody else's here.", login), row.Login is null ? "Email" : "Login");
        if (row.Login is null) throw new RuleException(NewAccounts.IsTaken(login), "Email");
        NewAccounts.RequireMayJoin(login, account.Memberships);
        return (account.Login, account.Id);
    }

    // What was made before a crash is found again; unless that person has gone into the bin since.
    private Guid NewId(string? login) =>
        login is not null && PersonIds.Of(tenant, normalizer.NormalizeName(login)) is var id && !population.Binned.Contains(id) && population.People.All(p => p.Id != id) ? id : Guid.CreateVersion7();

    private static IEnumerable<PersonField> Differences(PersonRow row, PersonName name, Known known)
    {
        if (row.Code is { } code && code != known.Code) yield return PersonField.Code;
        if (name.Family != known.Name.Family) yield return PersonField.FamilyName;
        if (name.Given != known.Name.Given) yield return PersonField.GivenName;
        if (name.Patronymic != known.Name.Patronymic) yield return PersonField.Patronymic;
        if (row.BornOn is { } born && born != known.BornOn) yield return PersonField.BornOn;
        if (row.Email is { } email && email != known.Email) yield return PersonField.Email;
        if (row.Phone is { } phone && phone != known.Phone) yield return PersonField.Phone;
    }

    private static IEnumerable<PersonField> Differences(Standing wanted, Membership m)
    {
        if (!wanted.Roles.ToHashSet().SetEquals(m.Roles)) yield return PersonField.Roles;
        if (wanted.Reach != m.Reach) yield return PersonField.Reach;
        if (wanted.FromOn != m.FromOn) yield return PersonField.FromOn;
        if (wanted.UntilOn != m.UntilOn) yield return PersonField.UntilOn;
    }
}
