using Integral.People.Contracts;

namespace Integral.People;

/// <summary>Somebody to be added.</summary>
/// <param name="EmailIsLogin">Signs in with the e-mail; otherwise with a login that is issued.</param>
internal sealed record Newcomer(PersonName Name, string? Email, string? Phone = null, bool EmailIsLogin = false);

/// <summary>Adds people to this institution with accounts, new or existing.</summary>
internal sealed class Joining(Db db, HostDb host, Delegation delegation, NewAccounts accounts, Current current)
{
    /// <summary>A class at once; more come as a table.</summary>
    public const int AtMost = 40;

    /// <summary>Adds persons with new accounts.</summary>
    /// <returns>Their logins and first passwords, which are never to be had again.</returns>
    public async Task<IReadOnlyList<Slip>> AddAsync(IReadOnlyList<Newcomer> newcomers, Standing standing)
    {
        (await delegation.OfActorAsync()).RequireMayGive(standing);
        Rule.Require(newcomers.Count is > 0 and <= AtMost, T.Say("Add from 1 to {0} people at once.", AtMost), "Names");
        var people = newcomers.Select(NewPerson).ToList();
        var logins = await LoginsAsync(newcomers, people);
        var passwords = newcomers.Select(_ => FirstPasswords.New()).ToList();
        var made = await Task.WhenAll(people.Select((p, i) => accounts.MakeAsync(logins[i], Greeting(p), p.Email, passwords[i], mustChange: true)));

        // The tenant's data first, the rows that make it usable last. A person whose account failed stays as one without an account.
        db.AddRange(people);
        await db.SaveChangesAsync();
        host.AddRange(made);
        host.AddRange(made.Select((account, i) => MembershipOf(account, people[i].Id, standing)));
        await host.SaveChangesAsync();
        return [.. people.Select((p, i) => new Slip(p.Id, p.FullName, logins[i], passwords[i]))];
    }

    /// <summary>Gives a person who is here already, without an account, a new one.</summary>
    public async Task<Slip> GiveAccountAsync(Member member, bool emailIsLogin, Standing standing)
    {
        (await delegation.OfActorAsync()).RequireMayGive(standing);
        Rule.Require(member.Membership is null, "This person has an account here already.");
        var person = member.Person!;
        var login = (await LoginsAsync([new(NameOf(person), person.Email, EmailIsLogin: emailIsLogin)], [person]))[0];
        var password = FirstPasswords.New();
        var account = await accounts.MakeAsync(login, Greeting(person), person.Email, password, mustChange: true);
        host.Add(account);
        host.Add(MembershipOf(account, person.Id, standing));
        await host.SaveChangesAsync();
        return new(person.Id, person.FullName, login, password);
    }

    /// <summary>Makes the owner of an existing account a member.</summary>
    /// <returns>The person's id here.</returns>
    public async Task<Guid> AddExistingAsync(string login, PersonName name, Standing standing)
    {
        (await delegation.OfActorAsync()).RequireMayGive(standing);
        var account = await accounts.FindAsync(login);
        Rule.Require(account is not null, T.Say("There is no account '{0}'.", login.Trim()), "Login");
        var memberships = await host.Memberships.Where(m => m.AccountId == account.Id).Select(m => m.TenantId).ToListAsync();
        NewAccounts.RequireMayJoin(login.Trim(), memberships.Count);
        Rule.Require(!memberships.Contains(current.Tenant.Id), "This account is a member here already.", "Login");

        var person = new Person(name, current.Tenant.Culture);
        db.Add(person);
        await db.SaveChangesAsync();
        host.Add(MembershipOf(account, person.Id, standing));
        await host.SaveChangesAsync();
        return person.Id;
    }

    private Person NewPerson(Newcomer newcomer)
    {
        var person = new Person(newcomer.Name, current.Tenant.Culture);
        person.Reach(newcomer.Email, newcomer.Phone);
        return person;
    }

    private async Task<IReadOnlyList<string>> LoginsAsync(IReadOnlyList<Newcomer> newcomers, List<Person> people)
    {
        Rule.Require(newcomers.All(n => !n.EmailIsLogin || !string.IsNullOrWhiteSpace(n.Email)), "Give an e-mail if it is to be the login.", "Email");
        var issued = await accounts.IssueAsync([.. people.Select(p => p.FamilyName)], current.Tenant.Culture);
        var logins = newcomers.Select((n, i) => n.EmailIsLogin ? people[i].Email! : issued[i]).ToList();
        await accounts.RequireFreeAsync(logins);
        return logins;
    }

    private Membership MembershipOf(Account account, Guid person, Standing standing)
    {
        var membership = new Membership { AccountId = account.Id, TenantId = current.Tenant.Id, PersonId = person };
        standing.Give(membership);
        return membership;
    }

    private static PersonName NameOf(Person person) => new(person.FamilyName, person.GivenName, person.Patronymic);
    private static string Greeting(Person person) => NameOf(person).Greeting;
}
