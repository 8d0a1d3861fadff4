using Integral.People.Data;
using Integral.Platform.Reporting;

namespace Integral.People.Registration;

/// <summary>How the contact person of an accepted organisation comes in: as its representative, with the cabinet that such an organisation has.</summary>
internal sealed class Representatives(Db db, HostDb host, OwnAccounts own, OrganisationIntake intake, Figures figures)
{
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
            one.Enter(account.Id);
            var id = await own.PersonAsync(account, one.Contact, figures.Today);
            await db.SaveChangesAsync();
            var contact = await db.ContactPersons.IgnoreQueryFilters().SingleAsync(c => c.Id == one.ContactId);
            if (contact.PersonId is null) contact.Represent(id);
            await db.SaveChangesAsync();
            return (id, one.Kind.Role());
        });
        await own.EnterAsync(account, person, role);
    }
}
