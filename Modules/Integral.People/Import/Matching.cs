using Microsoft.AspNetCore.Identity;

namespace Integral.People.Import;

/// <summary>
/// Whom a row is about: by the code, else the login, else the e-mail, else the full name with the date of birth. Where that isn't one person for
/// certain the row is refused: nobody's data are written into somebody else's card by a guess.
/// </summary>
internal sealed class Matching(Population population, ILookupNormalizer normalizer, Tenant tenant)
{
    private readonly Dictionary<Guid, Known> byId = population.People.ToDictionary(p => p.Id);
    private readonly Dictionary<string, Known> byCode = population.People.Where(p => p.Code is not null).ToDictionary(p => p.Code!, StringComparer.Ordinal);
    private readonly ILookup<string, Known> byEmail = population.People.Where(p => p.Email is not null).ToLookup(p => p.Email!, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Known> byName = population.People.ToLookup(p => p.SearchName, StringComparer.Ordinal);

    /// <returns>Null for somebody who isn't here yet.</returns>
    /// <exception cref="RuleException">It could be several, or the row's code and login are two people's.</exception>
    public Known? Find(PersonRow row)
    {
        var (coded, named) = (row.Code is { } code ? byCode.GetValueOrDefault(code) ?? Merged(code) : null, ByLogin(row));
        Rule.Require(coded is null || named is null || coded == named, T.Say("Its code is that of {0} here and its login that of {1}.", $"{coded?.Name}", $"{named?.Name}"), "Code");
        // Who has another code or another login is somebody else, however alike.
        return coded ?? named ?? ByEmail(row, MayBe) ?? ByName(row, MayBe);

        bool MayBe(Known p) => (row.Code is null || p.Code is null) && (row.Login is null || p.Belonging is null);
    }

    /// <summary>The membership that has the row's login and no person, such as an administrator's.</summary>
    public Belonging? WithoutPerson(PersonRow row) =>
        row.Login is { } login && population.Members.GetValueOrDefault(normalizer.NormalizeName(login)) is { Membership.PersonId: null } member ? member : null;

    /// <summary>The row's code is that of a record that was merged: the record that goes on keeps its own.</summary>
    public bool IsFormerCode(PersonRow row) => row.Code is { } code && !byCode.ContainsKey(code) && Merged(code) is { Code: not null };

    private Known? Merged(string code) => population.FormerCodes.TryGetValue(code, out var into) ? byId.GetValueOrDefault(into) : null;

    private Known? ByLogin(PersonRow row)
    {
        if (row.Login is null) return null;
        var login = normalizer.NormalizeName(row.Login);
        if (population.Members.TryGetValue(login, out var member)) return member.Membership.PersonId is { } id ? byId.GetValueOrDefault(id) : null;
        return byId.GetValueOrDefault(PersonIds.Of(tenant, login)) is { Belonging: null } unfinished ? unfinished : null;
    }

    // A family may share an address: the given name must fit too. A family name may have changed.
    private Known? ByEmail(PersonRow row, Func<Known, bool> mayBe)
    {
        if (row.Email is null) return null;
        var alike = byEmail[row.Email].Where(p => mayBe(p) && (row.Given is null || Same(row.Given, p.Name.Given)) && (row.Patronymic is null || p.Name.Patronymic is null || Same(row.Patronymic, p.Name.Patronymic))
            && !(row.BornOn is { } born && p.BornOn is { } theirs && born != theirs)).ToList();
        if (alike.Count <= 1) return alike.FirstOrDefault();
        var exact = alike.Where(p => p.SearchName == NameSearch.Key(row.Name)).ToList();
        Rule.Require(exact.Count == 1, T.Say("{0} people here have this e-mail. Give the code or the login.", alike.Count), "Email");
        return exact[0];
    }

    private Known? ByName(PersonRow row, Func<Known, bool> mayBe)
    {
        if (!row.HasName) return null;
        var alike = byName[NameSearch.Key(row.Name)].Where(mayBe).ToList();
        if (row.BornOn is not { } born)
        {
            Rule.Require(alike.Count <= 1, T.Say("{0} people here are called so. Give the date of birth, the code or the login.", alike.Count), "FamilyName");
            return alike.FirstOrDefault();
        }
        var exact = alike.Where(p => p.BornOn == born).ToList();
        Rule.Require(exact.Count <= 1, T.Say("{0} people here are called so and were born on that day. Give the code or the login.", exact.Count), "BornOn");
        Rule.Require(exact.Count == 1 || alike.All(p => p.BornOn is not null), "Somebody of this name is here without a date of birth, so it can't be told whether it is they. Give the code or the login, or write the date of birth on their card.", "BornOn");
        return exact.FirstOrDefault();
    }

    private static bool Same(string a, string b) => NameSearch.Key(a) == NameSearch.Key(b);
}
