using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Audit;

namespace Integral.People;

/// <summary>Ways in by a code or link: 256 bits, stored as a digest, good for 14 days and for one person.</summary>
internal sealed class Invitations(Db db, HostDb host, Delegation delegation, NewAccounts accounts, Trail trail)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private Guid Here => db.Tenant.Id;

    /// <returns>The code; it is never to be had again.</returns>
    public async Task<string> InviteAsync(PersonName name, string? email, Standing standing)
    {
        (await delegation.OfActorAsync()).RequireMayGive(standing);
        var person = new Person(name, db.Tenant.Culture);
        person.Reach(email, null);
        db.Add(person);
        await db.SaveChangesAsync();

        var code = Secrets.New();
        var invitation = new Invitation
        {
            TenantId = Here, Digest = Secrets.Digest(code), Name = person.FullName.Length > 200 ? person.FullName[..200] : person.FullName, PersonId = person.Id,
            Roles = [.. standing.Roles.Distinct()], Reach = standing.Reach, CreatedById = trail.AccountId!.Value, ExpiresAt = trail.Now + Lifetime,
        };
        host.Add(invitation);
        host.Add(AuditEntry.Of(trail, "Created", nameof(Invitation), $"{invitation.Id}", Json.Write(new { invitation.Name, invitation.Roles, invitation.Reach })));
        await host.SaveChangesAsync();
        return code;
    }

    /// <summary>The invitation that a code opens here and now; null for every other code, whatever is wrong with it.</summary>
    public Task<Invitation?> FindAsync(string code)
    {
        var digest = Secrets.Digest(code);
        return host.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Digest == digest && i.TenantId == Here && i.UsedAt == null && i.ExpiresAt > trail.Now);
    }

    /// <summary>Joins with a new account.</summary>
    public async Task<Account> AcceptAsync(Invitation invitation, string login, string password)
    {
        var chosen = Logins.Chosen(login);
        Passwords.Check(password);
        Rule.Require(await accounts.FindAsync(chosen) is null, "This login is taken. If it is yours, sign in and open the invitation again.", "Login");
        var email = chosen.Contains('@', StringComparison.Ordinal) ? Contacts.Email(chosen) : null;
        var account = await accounts.MakeAsync(chosen, await GreetingAsync(invitation), email, password, mustChange: false);
        await UseAsync(invitation, account, isNew: true);
        return account;
    }

    /// <summary>Joins with an account that is there already.</summary>
    public async Task AcceptAsync(Invitation invitation, Guid accountId)
    {
        Rule.Require(!await host.Memberships.AnyAsync(m => m.TenantId == Here && m.AccountId == accountId), "You are a member here already.");
        await UseAsync(invitation, await host.Users.SingleAsync(a => a.Id == accountId), isNew: false);
    }

    // Whoever sets UsedAt first has it: of two people with one link only one gets in.
    private Task UseAsync(Invitation invitation, Account account, bool isNew) => host.WriteAsync(async () =>
    {
        var mine = await host.Invitations.Where(i => i.Id == invitation.Id && i.UsedAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedAt, trail.Now));
        if (mine == 0) throw new NotFoundException();
        if (isNew) host.Add(account);
        host.Add(new Membership { AccountId = account.Id, TenantId = Here, PersonId = invitation.PersonId, Roles = invitation.Roles, Reach = invitation.Reach });
        await host.SaveChangesAsync();
    });

    private async Task<string> GreetingAsync(Invitation invitation)
    {
        var people = db.People.AsNoTracking();
        var person = await people.SingleOrDefaultAsync(p => p.Id == invitation.PersonId);
        return person is null ? invitation.Name : new PersonName(person.FamilyName, person.GivenName, null).Greeting;
    }
}
