namespace Integral.Accounts;

/// <summary>The e-mail by which one's own account is recovered. It counts only after the link sent to it was opened: a slip of the finger mustn't give the account away.</summary>
internal sealed class OwnEmail(HostDb host, SignIn signIn, AccountLetters letters, SignedLinks links, Current current, TimeProvider clock)
{
    private const string Purpose = "email";
    private static readonly TimeSpan Valid = TimeSpan.FromDays(1);

    public bool IsOffered => letters.AreSent;

    public Task<(string? Email, bool IsConfirmed)> PresentAsync() => PresentAsync(current.Account!.AccountId);

    /// <exception cref="RuleException">The password is wrong.</exception>
    public async Task AskAsync(string email, string password)
    {
        var account = await signIn.CheckAsync(current.Account!.Login, password);
        letters.Confirm(account, email, links.Make(Purpose, Valid, $"{account.Id}", account.SecurityStamp!, email), clock.GetUtcNow().UtcDateTime + Valid);
        await host.SaveChangesAsync();
    }

    /// <returns>The e-mail that the link confirms for the signed-in account; null when it doesn't.</returns>
    public async Task<string?> ConfirmedByAsync(string code)
    {
        if (links.Read(Purpose, code) is not [var id, var stamp, var email] || id != $"{current.Account!.AccountId}") return null;
        return await host.Users.AnyAsync(a => a.Id == current.Account.AccountId && a.SecurityStamp == stamp) ? email : null;
    }

    private async Task<(string? Email, bool IsConfirmed)> PresentAsync(Guid id)
    {
        var account = await host.Users.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Email, a.EmailConfirmed }).SingleAsync();
        return (account.Email, account.EmailConfirmed);
    }

    public async Task SetAsync(string email)
    {
        var account = await host.Users.SingleAsync(a => a.Id == current.Account!.AccountId);
        var former = account.Email;
        account.ReachAt(email);
        if (former is not null && !former.Equals(email, StringComparison.OrdinalIgnoreCase)) letters.Moved(account, former);
        await host.SaveChangesAsync();
    }
}
