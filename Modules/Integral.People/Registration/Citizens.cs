using System.Globalization;
using Integral.People.Data;
using Integral.Platform.Reporting;

namespace Integral.People.Registration;

/// <summary>How somebody who opened the letter's link comes in: as a learner, and as a person of their own.</summary>
internal sealed class Citizens(Db db, HostDb host, OwnAccounts own, Registering registering, Figures figures, Current current, TimeProvider clock)
{
    /// <summary>With an account that is made now.</summary>
    public async Task<Account> EnterAsync(RegistrationAsked asked, string password)
    {
        var account = await own.MakeAsync(asked.Who.Email!, new PersonName(asked.Who.FamilyName, asked.Who.GivenName, null).Greeting, asked.Culture, password);
        await EnterAsync(asked, account);
        return account;
    }

    /// <summary>With an account that is there already.</summary>
    /// <exception cref="RuleException">It is a member here.</exception>
    public async Task EnterAsync(RegistrationAsked asked, Guid accountId)
    {
        var here = current.Tenant.Id;
        Rule.Require(!await host.Memberships.AnyAsync(m => m.TenantId == here && m.AccountId == accountId), "You are a member here already.");
        await EnterAsync(asked, await host.Users.SingleAsync(a => a.Id == accountId));
    }

    // What was shut since the letter was written is shut.
    private async Task EnterAsync(RegistrationAsked asked, Account account)
    {
        Rule.Require(await registering.IsOpenAsync(), "Nobody can register here at present. Ask the office of the institution for an account.");
        await own.EnterAsync(account, await PersonAsync(asked, account), DeliveredRoles.Learner);
    }

    private async Task<Guid> PersonAsync(RegistrationAsked asked, Account account)
    {
        try
        {
            return await KeepAsync(asked, account);
        }
        catch (DbUpdateException) { return await KeepAsync(asked, account); }        // of two presses at once one was quicker: it is there now
    }

    private Task<Guid> KeepAsync(RegistrationAsked asked, Account account) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var id = await own.PersonAsync(account, asked.Who, figures.Today);
        if (!await db.SelfRegistrations.AnyAsync(r => r.PersonId == id))
            db.Add(new SelfRegistration { PersonId = id, AccountId = account.Id, Email = asked.Who.Email!, Consent = registering.ConsentIn(CultureInfo.GetCultureInfo(asked.Culture)), At = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
        return id;
    });
}
