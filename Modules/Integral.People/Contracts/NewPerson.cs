using Integral.People.Data;

namespace Integral.People.Contracts;

/// <summary>Somebody as they call themselves, in a form or a list.</summary>
public sealed record NewPerson(string FamilyName, string GivenName, string? Patronymic, DateOnly? BornOn, string? Email, string? Phone)
{
    /// <summary>By which the same person is known again: the name as a search compares it.</summary>
    public string SearchName => NameSearch.Key(Named.ToString());

    public string FullName => Named.ToString();

    /// <summary>Somebody whose whole name stands in one field.</summary>
    public static NewPerson Of(string fullName, string? email, string? phone)
    {
        var name = PersonName.Parse(fullName);
        return new(name.Family, name.Given, name.Patronymic, null, email, phone);
    }

    private PersonName Named => new PersonName(FamilyName, GivenName, Patronymic).Checked();

    /// <summary>The same, tidied.</summary>
    /// <exception cref="RuleException">No person is called so, was born then, or is reached so.</exception>
    public NewPerson Checked(DateOnly today)
    {
        var name = Named;
        return new(name.Family, name.Given, name.Patronymic, Birth.Checked(BornOn, today), Contacts.Email(Email), Contacts.Phone(Phone));
    }

    /// <summary>The person of that name and date of birth here; null where there is none.</summary>
    public async Task<Guid?> KnownAsync(Db db)
    {
        var (sought, born) = (SearchName, BornOn);
        return born is null ? null : await db.People.Where(p => p.SearchName == sought && p.BornOn == born).OrderBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync();
    }

    /// <summary>
    /// The person of that name and date of birth here, or a new one without an account. Without a date of birth nobody is known by the name alone:
    /// two people would become one. To be called within <c>db.WriteAsync</c>.
    /// </summary>
    /// <exception cref="RuleException">No person is called so, was born then, or is reached so.</exception>
    public async Task<Guid> FindOrAddAsync(Db db, Tenant tenant, DateOnly today)
    {
        var said = Checked(today);
        if (await KnownAsync(db) is { } there) return there;
        var person = new Person(said.Named, tenant.Culture);
        person.Reach(said.Email, said.Phone);
        person.Identify(null, said.BornOn, today);
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }
}
