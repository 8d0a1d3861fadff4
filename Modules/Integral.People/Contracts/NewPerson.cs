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

    /// <summary>
    /// The person of that name and date of birth here; null where there is none. Whoever has registered by themselves and was seen by nobody yet is known to their own
    /// account only: what is another's isn't given to somebody who merely calls himself so.
    /// </summary>
    /// <param name="account">Of whoever says that it is them; null where nobody is signed in.</param>
    public async Task<Guid?> KnownAsync(Db db, Guid? account = null)
    {
        var (sought, born, own) = (SearchName, BornOn, account ?? Guid.Empty);
        if (born is null) return null;
        var (theirs, unseen) = (db.SelfRegistrations.Where(r => r.AccountId == own), db.SelfRegistrations.Where(r => r.AccountId != own && r.CheckedAt == null));
        return await db.People.Where(p => p.SearchName == sought && p.BornOn == born && !unseen.Any(r => r.PersonId == p.Id))
            .OrderBy(p => theirs.Any(r => r.PersonId == p.Id) ? 0 : 1).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync();
    }

    /// <summary>
    /// The person of that name and date of birth here, or a new one without an account. Without a date of birth nobody is known by the name alone:
    /// two people would become one. To be called within <c>db.WriteAsync</c>.
    /// </summary>
    /// <exception cref="RuleException">No person is called so, was born then, or is reached so.</exception>
    public async Task<Guid> FindOrAddAsync(Db db, Tenant tenant, DateOnly today, Guid? account = null)
    {
        var said = Checked(today);
        if (await said.KnownAsync(db, account) is { } there) return there;
        var person = new Person(said.Named, tenant.Culture);
        person.Reach(said.Email, said.Phone);
        person.Identify(null, said.BornOn, today);
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }
}
