using System.Globalization;
using System.Threading.RateLimiting;
using Integral.Platform.Messaging;

namespace Integral.Accounts;

/// <summary>What accounts are written to about, each in its own language.</summary>
internal sealed class AccountLetters(Letters letters, HostDb host, TenantAddresses addresses, Texts texts, LetterLimit limit, Current current)
{
    public bool AreSent => letters.IsOn;

    /// <param name="cause">What asked for it: when that comes again, nothing more is sent.</param>
    public async Task RecoverAsync(Account account, string code, DateTime expiresAt, Arrival cause)
    {
        if (!limit.Allows(account.Id, nameof(RecoverAsync))) return;
        await letters.AddOnceAsync(current.Tenant.Id, Written(account, account.Email!, expiresAt, T.Say("A new password for {0}", account.UserName!),
            T.Say("Somebody, probably you, asked for a new password for the login {0}.", account.UserName!),
            T.Say("Open this address within an hour and choose one:"), Link(account, $"/reset/{code}"),
            T.Say("If it wasn't you, do nothing: the password stays as it is.")), cause, account.Id);
    }

    /// <summary>Sent when <c>host</c> saves what it tells of, as the next ones are.</summary>
    public void Recovered(Account account)
    {
        if (account.Email is { } email) Add(Written(account, email, null, T.Say("The password of {0} was changed", account.UserName!),
            T.Say("The password of the login {0} was changed by a link sent to this e-mail. Every device must sign in again.", account.UserName!),
            T.Say("If it wasn't you, tell the office of your institution at once.")));
    }

    public void Confirm(Account account, string email, string code, DateTime expiresAt)
    {
        Rule.Require(limit.Allows(account.Id, nameof(Confirm)), "Three letters an hour are the most. Look among unwanted mail, or try again later.");
        Add(Written(account, email, expiresAt, T.Say("Confirm your e-mail"),
            T.Say("The account {0} wants to be recovered by this e-mail. If it is yours, open this address within a day, signed in with that account:", account.UserName!),
            Link(account, $"/account/email/{code}"),
            T.Say("If you don't know the account, do nothing.")));
    }

    public void Moved(Account account, string former) => Add(Written(account, former, null, T.Say("The e-mail of {0} was changed", account.UserName!),
        T.Say("The account {0} is recovered by another e-mail from now on, and no longer by this one.", account.UserName!),
        T.Say("If it wasn't you, tell the office of your institution at once.")));

    private void Add(Letter letter) => letters.Add(host, current.Tenant.Id, letter);

    // The page behind the link speaks the letter's language.
    private string Link(Account account, string page) =>
        addresses.Link(current.Tenant, account.Culture is { } own && own != current.Tenant.Culture ? $"/{own}{page}" : page);

    /// <param name="account">Whose language it is written in.</param>
    /// <param name="to">An e-mail.</param>
    /// <param name="expiresAt">When the address in it opens nothing any more.</param>
    /// <param name="subject">One line.</param>
    /// <param name="paragraphs">Sentences to translate, and addresses as they are.</param>
    private Letter Written(Account account, string to, DateTime? expiresAt, Sentence subject, params IEnumerable<object> paragraphs)
    {
        var language = CultureInfo.GetCultureInfo(account.Culture ?? current.Tenant.Culture);
        return new(to, texts.Say(subject, language), string.Join("\n\n", paragraphs.Append(current.Tenant.Name).Select(p => p is Sentence said ? texts.Say(said, language) : p)), expiresAt);
    }
}

/// <summary>Nobody's mailbox is flooded by somebody else's asking.</summary>
internal sealed class LetterLimit : IDisposable
{
    public const int InAnHour = 3;

    private readonly PartitionedRateLimiter<(Guid, string)> limiter = PartitionedRateLimiter.Create<(Guid, string), (Guid, string)>(letter =>
        RateLimitPartition.GetFixedWindowLimiter(letter, _ => new() { PermitLimit = InAnHour, Window = TimeSpan.FromHours(1), QueueLimit = 0 }));

    public bool Allows(Guid account, string what)
    {
        using var lease = limiter.AttemptAcquire((account, what));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
