using Microsoft.AspNetCore.Identity;

namespace Integral.People;

/// <summary>Makes accounts: a login nobody has, and a password hashed in its turn. Adding them to the host is the caller's, in its transaction.</summary>
internal sealed class NewAccounts(HostDb host, HashQueue hashes, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <param name="mustChange">It is one of our <see cref="FirstPasswords"/>; otherwise somebody has thought of it.</param>
    public async Task<Account> MakeAsync(string login, string name, string? email, string password, bool mustChange)
    {
        var account = new Account
        {
            Name = name, UserName = login, NormalizedUserName = normalizer.NormalizeName(login), Email = email, NormalizedEmail = normalizer.NormalizeEmail(email),
            CreatedAt = clock.GetUtcNow().UtcDateTime, SecurityStamp = Secrets.New(), MustChangePassword = mustChange,
        };
        account.PasswordHash = await (mustChange ? hashes.HashIssuedAsync(account, password) : hashes.HashAsync(account, password));
        return account;
    }

    public Task<Account?> FindAsync(string login)
    {
        var name = normalizer.NormalizeName(login.Trim());
        return host.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name);
    }

    /// <summary>May an account that is there already be made a member somewhere, by whoever knows its login?</summary>
    /// <exception cref="RuleException">It belongs nowhere: they could take it in and then reset its password.</exception>
    public static void RequireMayJoin(string login, int memberships) =>
        Rule.Require(memberships > 0, T.Say("The account '{0}' belongs to no institution. Invite its owner instead.", login), "Login");

    public static Sentence IsTaken(string login) => T.Say("There is an account '{0}' already. Add it as an existing account, or leave the e-mail out as login.", login);

    /// <exception cref="RuleException">Some of the logins are taken, or given twice.</exception>
    public async Task RequireFreeAsync(IReadOnlyCollection<string> logins)
    {
        var names = logins.Select(l => normalizer.NormalizeName(l)).ToList();
        Rule.Require(names.Distinct().Count() == names.Count, "Two of these people have the same login.", "Email");
        var taken = await host.Users.Where(a => EF.Parameter(names).Contains(a.NormalizedUserName!)).Select(a => a.UserName).FirstOrDefaultAsync();
        Rule.Require(taken is null, IsTaken(taken!), "Email");
    }

    /// <summary>Issued logins for family names, in their order.</summary>
    public async Task<IReadOnlyList<string>> IssueAsync(IReadOnlyList<string> familyNames, string culture)
    {
        var issued = familyNames.Select(name => Logins.Issue(name, culture)).ToList();
        var names = issued.Select(l => normalizer.NormalizeName(l)).ToList();
        var clash = names.Distinct().Count() < names.Count || await host.Users.AnyAsync(a => EF.Parameter(names).Contains(a.NormalizedUserName!));
        return clash ? await IssueAsync(familyNames, culture) : issued;   // once in half a million
    }
}
