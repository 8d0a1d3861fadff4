using Integral.Platform.Audit;
using Integral.Platform.Messaging;

namespace Integral.Accounts;

/// <summary>
/// Only an e-mail that its owner confirmed counts: one that an office typed in may belong to a stranger, or to whoever typed it.
/// A new password for somebody who forgot theirs, by a link to the account's e-mail (IDN-06). The page says the same whether
/// there is such an account or not, and takes the same time (abuse case A41).
/// </summary>
internal sealed class Recovery(HostDb host, SignIn signIn, HashQueue hashes, AccountLetters letters, SignedLinks links, Outbox outbox, Trail trail)
{
    public const string Purpose = "recovery";

    public bool IsOffered => letters.AreSent;

    /// <summary>Beside what <c>Db</c> is about to save. Whose accounts these are is looked up afterwards: what is written here is the same for nobody's.</summary>
    /// <param name="who">A login, or an e-mail.</param>
    public void Ask(string who) => outbox.Add(new RecoveryAsked(who.Trim()));

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
            letters.Recovered(account);
            await host.SaveChangesAsync();
        });
        await signIn.ForgiveAsync(account);
    }
}
