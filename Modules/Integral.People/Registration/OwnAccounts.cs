using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Registration;

/// <summary>
/// Accounts of those who have shown that an e-mail is theirs: a new one with the e-mail as its login, or one that they have. Ids are made of the login, so what is
/// done again after a crash, or by a second press of the button, is done once.
/// </summary>
internal sealed class OwnAccounts(Db db, HostDb host, NewAccounts accounts, Current current)
{
    private static readonly Sentence Taken = T.Say("This e-mail has an account already. Sign in with it and open the link of the letter again.");

    /// <summary>Whether somebody signs in with this e-mail.</summary>
    public async Task<bool> AreThereAsync(string email) => await accounts.FindAsync(email) is not null;

    /// <summary>Not kept yet: <see cref="EnterAsync"/> does that.</summary>
    /// <exception cref="RuleException">The password isn't good enough, or the login is taken.</exception>
    public async Task<Account> MakeAsync(string email, string greeting, string culture, string password)
    {
        Passwords.Check(password);
        Rule.Require(!await AreThereAsync(email), Taken);
        var account = await accounts.MakeAsync(email, greeting, email, password, mustChange: false);
        account.Id = PersonIds.Of(current.Tenant, $"account {account.NormalizedUserName}");
        account.ReachAt(email);
        account.Speak(culture);
        return account;
    }

    /// <summary>The person whom the account is here; else a new one, whoever else may have that name. Within <c>db.WriteAsync</c>; the caller saves.</summary>
    public async Task<Guid> PersonAsync(Account account, NewPerson who, DateOnly today)
    {
        var (here, id) = (current.Tenant.Id, account.Id);
        if (await host.Memberships.Where(m => m.TenantId == here && m.AccountId == id).Select(m => m.PersonId).SingleOrDefaultAsync() is { } known) return known;
        var own = PersonIds.Of(current.Tenant, account.NormalizedUserName!);
        var there = await db.People.IgnoreQueryFilters().Where(p => p.Id == own).Select(p => new { p.DeletedAt }).SingleOrDefaultAsync();
        if (there is { DeletedAt: null }) return own;
        var person = new Person(new(who.FamilyName, who.GivenName, who.Patronymic), current.Tenant.Culture, there is null ? own : null);
        person.Reach(who.Email, who.Phone);
        person.Identify(null, who.BornOn, today);
        db.Add(person);
        return person.Id;
    }

    /// <summary>Last of all, as it makes the rest usable: the account gets the role here.</summary>
    /// <exception cref="RuleException">Somebody took the login meanwhile.</exception>
    public async Task EnterAsync(Account account, Guid person, string role)
    {
        var (here, id, isNew) = (current.Tenant.Id, account.Id, host.Entry(account).State == EntityState.Detached);
        try
        {
            await host.WriteAsync(async () =>
            {
                if (isNew) host.Add(account);
                var membership = await host.Memberships.SingleOrDefaultAsync(m => m.TenantId == here && m.AccountId == id);
                if (membership is null) host.Add(new Membership { AccountId = id, TenantId = here, PersonId = person, Roles = [role] });
                else if (!membership.Roles.Contains(role)) membership.Roles = [.. membership.Roles, role];
                await host.SaveChangesAsync();
            });
        }
        catch (Exception trouble) when (isNew && trouble is DbUpdateException or RuleException)
        {
            host.ChangeTracker.Clear();
            Rule.Require(!await AreThereAsync(account.UserName!), Taken);
            throw;
        }
    }
}
