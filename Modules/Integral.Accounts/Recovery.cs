using Integral.Platform.Audit;
using Microsoft.AspNetCore.Identity;

namespace Integral.Accounts;

/// <summary>
/// Only an e-mail that its owner confirmed counts: one that an office typed in may belong to a stranger, or to whoever typed it.
/// A new password for somebody who forgot theirs, by a link to the account's e-mail (IDN-06). The page says the same whether
/// there is such an account or not, and takes the same time (abuse case A41).
/// </summary>
internal sealed class Recovery(HostDb host, SignIn signIn, HashQueue hashes, AccountLetters letters, SignedLinks links, ILookupNormalizer normalizer, Trail trail)
{
    private const string Purpose = "recovery";
    private const int MostOfOneEmail = 10;
    private static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    public bool IsOffered => letters.AreSent;

    /// <param name="who">A login, or an e-mail that several accounts of a family may share: each gets its letter.</param>
    public async Task AskAsync(string who)
    {
        var (login, email) = (normalizer.NormalizeName(who.Trim()), normalizer.NormalizeEmail(who.Trim()));
        var accounts = await host.Users.AsNoTracking().Where(a => (a.NormalizedUserName == login || a.NormalizedEmail == email) && a.EmailConfirmed && a.BlockedAt == null)
            .OrderBy(a => a.Id).Take(MostOfOneEmail).ToListAsync();
        foreach (var account in accounts) letters.Recover(account, links.Make(Purpose, Valid, $"{account.Id}", account.SecurityStamp!));
    }

    /// <returns>Whose link it is; null when it was used, is older than an hour, or lost some letters.</returns>
    public async Task<Account?> FindAsync(string code)
    {
        if (links.Read(Purpose, code) is not [var id, var stamp] || !Guid.TryParse(id, out var account)) return null;
        return await host.Users.SingleOrDefaultAsync(a => a.Id == account && a.SecurityStamp == stamp && a.BlockedAt == null);
    }

    /// <summary>Sets it and ends every sign-in of the account: whoever else was in is out.</summary>
    /// <exception cref="RuleException">The password isn't good enough.</exception>
    public async Task SetAsync(Account account, string password)
    {
        Passwords.Check(password);
        var (stamp, used, hash) = (account.SecurityStamp, Secrets.New(), await hashes.HashAsync(account, password));
        await host.WriteAsync(async () =>
        {
            // Hashing takes its time: whoever replaces the stamp has the link, not a second one, nor one that a reset has voided meanwhile.
            var taken = await host.Users.Where(a => a.Id == account.Id && a.SecurityStamp == stamp).ExecuteUpdateAsync(a => a.SetProperty(x => x.SecurityStamp, used));
            Rule.Require(taken == 1, "The password was changed a moment ago. Ask for a new link.");
            account.Receive(hash);
            var ended = await host.Sessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync();
            host.Add(AuditEntry.Of(trail with { AccountId = account.Id, Who = account.UserName! }, "PasswordRecovered", nameof(Account), $"{account.Id}", Json.Write(new { SessionsEnded = ended })));
            await host.SaveChangesAsync();
        });
        await signIn.ForgiveAsync(account);
        letters.Recovered(account);
    }
}
