using Integral.People.Data;
using Integral.Platform.Reporting;

namespace Integral.People.Organisations;

/// <summary>Keeps the contact persons of organisations, for the screens and the API alike.</summary>
internal sealed class ContactDesk(Db db, Figures figures, Current current, TimeProvider clock)
{
    /// <summary>Of one organisation, by name.</summary>
    public Task<List<ContactPerson>> OfAsync(Guid organisation) => db.ContactPersons.AsNoTracking().Where(c => c.OrganisationId == organisation).OrderBy(c => c.SearchName).ThenBy(c => c.Id).ToListAsync();

    /// <exception cref="NotFoundException">The organisation has none of that id.</exception>
    public Task<ContactPerson> FindAsync(Guid organisation, Guid id) => db.ContactPersons.SingleOr404Async(c => c.OrganisationId == organisation && c.Id == id);

    public async Task<ContactPerson> AddAsync(Organisation organisation, ContactWords words)
    {
        organisation.RequireHere();
        var (id, contact) = (organisation.Id, new ContactPerson(organisation.Id));
        await DescribeAsync(contact, words);
        Rule.Require(await db.ContactPersons.CountAsync(c => c.OrganisationId == id) < ContactPerson.MostOfOne, T.Say("An organisation has at most {0} contact persons.", ContactPerson.MostOfOne));
        db.Add(contact);
        await db.SaveChangesAsync();
        return contact;
    }

    public async Task ChangeAsync(Organisation organisation, ContactPerson contact, ContactWords words)
    {
        organisation.RequireHere();
        await DescribeAsync(contact, words);
        await db.SaveChangesAsync();
    }

    // What isn't here comes before what can't be so.
    private async Task DescribeAsync(ContactPerson contact, ContactWords words)
    {
        if (words.Person is { } person && person != contact.PersonId && !await db.People.AnyAsync(p => p.Id == person)) throw new NotFoundException();
        contact.Describe(words, figures.Today);
        contact.Represent(words.Person);
    }

    /// <summary>Puts one into the bin; <see cref="RestoreAsync"/> takes it out again.</summary>
    public async Task DeleteAsync(ContactPerson contact)
    {
        contact.Delete(clock.GetUtcNow().UtcDateTime, current.Account?.AccountId);
        await db.SaveChangesAsync();
    }

    public async Task RestoreAsync(Guid organisation, Guid id)
    {
        (await db.ContactPersons.IgnoreQueryFilters().SingleOr404Async(c => c.OrganisationId == organisation && c.Id == id && c.DeletedAt != null)).Restore();
        await db.SaveChangesAsync();
    }
}
