using Integral.People.Data;
using Integral.Platform.Reporting;

namespace Integral.People.Registration;

/// <summary>How the contact person of an accepted organisation comes in: as its representative, with the cabinet that such an organisation has.</summary>
internal sealed class Representatives(Db db, HostDb host, OwnAccounts own, OrganisationIntake intake, Figures figures)
{
    /// <summary>Somebody has come in by it. Until then whoever began, and was cut off before the account could be used, begins once more.</summary>
    public async Task<bool> HasComeInAsync(OrganisationRegistration one)
    {
        var contact = one.ContactId;
        return one.AccountId is not null && await db.ContactPersons.IgnoreQueryFilters().AnyAsync(c => c.Id == contact && c.PersonId != null);
    }

    /// <summary>With an account that is made now.</summary>
    public async Task<Account> EnterAsync(string key, string password)
    {
        var one = await intake.OfKeyAsync(key);
        var account = await own.MakeAsync(one.Email, new PersonName(one.FamilyName, one.GivenName, null).Greeting, one.Culture, password);
        await EnterAsync(key, account);
        return account;
    }

    /// <summary>With an account that is there already.</summary>
    public async Task EnterAsync(string key, Guid accountId) => await EnterAsync(key, await host.Users.SingleAsync(a => a.Id == accountId));

    private async Task EnterAsync(string key, Account account)
    {
        var (person, role) = await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var one = await intake.OfKeyAsync(key);
            // The letter lies in a mailbox for years: whoever was taken out since doesn't come back by it.
            Rule.Require(!await HasComeInAsync(one), OrganisationRegistration.HasComeIn);
            one.Enter(account.Id);
            var id = await own.PersonAsync(account, one.Contact, figures.Today);
            await db.SaveChangesAsync();
            return (id, one.Kind.Role());
        });
        await own.EnterAsync(account, person, role);
        await RepresentAsync(key, person);
    }

    private Task RepresentAsync(string key, Guid person) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var contact = (await intake.OfKeyAsync(key)).ContactId;
        var there = await db.ContactPersons.IgnoreQueryFilters().SingleAsync(c => c.Id == contact);
        if (there.PersonId is null) there.Represent(person);
        await db.SaveChangesAsync();
    });
}
