using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People;

/// <summary>Somebody of this institution: a person, an account with its membership, or both.</summary>
internal sealed record Member(Guid Id, Person? Person, Membership? Membership, Account? Account)
{
    public string Name => Person?.FullName ?? Account!.Name;

    /// <summary>Changes with everything that the API shows of it.</summary>
    public string Tag => $"\"{Secrets.Digest(Json.Write(new { Person?.Version, Membership?.Roles, Membership?.Reach, Membership?.FromOn, Membership?.UntilOn, Account?.BlockedAt, Account?.UserName }))[..16]}\"";

    /// <summary>Ids under which the audit trail knows it.</summary>
    public string Records => string.Join(',', new[] { Person?.Id, Membership?.Id, Account?.Id }.OfType<Guid>());

    public AccountState StateOn(DateOnly day) => AccountStates.Of(Membership, Account?.BlockedAt, Account?.MustChangePassword == true, day);

    /// <exception cref="RuleException">There is nothing to sign in with.</exception>
    public (Membership Membership, Account Account) RequireAccount()
    {
        Rule.Require(Membership is not null && Account is not null, "This person has no account here.");
        return (Membership, Account);
    }
}

/// <summary>Finds one somebody by the person's id or, where there is no person, the membership's. Another institution's isn't there.</summary>
internal sealed class Members(Db db, HostDb host, Current current, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Nobody here has this id.</exception>
    public async Task<Member> FindAsync(Guid id)
    {
        var found = await (from m in host.Memberships
                           where m.TenantId == current.Tenant.Id && (m.PersonId == id || m.Id == id)
                           join a in host.Users on m.AccountId equals a.Id
                           select new { Membership = m, Account = a }).FirstOrDefaultAsync();
        var personId = found?.Membership.PersonId ?? id;
        var people = db.People;
        var person = await people.SingleOrDefaultAsync(p => p.Id == personId);
        if (person is null && found is null) throw new NotFoundException();
        return new(person?.Id ?? found!.Membership.Id, person, found?.Membership, found?.Account);
    }

    public Task<List<Membership>> MembershipsOfAsync(Guid account) => host.Memberships.AsNoTracking().Where(m => m.AccountId == account).ToListAsync();

    /// <summary>Where the account is signed in now.</summary>
    public Task<List<Session>> SessionsOfAsync(Guid account)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return host.Sessions.AsNoTracking().Where(s => s.AccountId == account && s.ExpiresAt > now).OrderByDescending(s => s.SeenAt).Take(50).ToListAsync();
    }
}
