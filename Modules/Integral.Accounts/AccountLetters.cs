using System.Globalization;
using System.Threading.RateLimiting;
using Integral.Platform.Messaging;

namespace Integral.Accounts;

/// <summary>What accounts are written to about, each in its own language.</summary>
internal sealed class AccountLetters(Letters letters, TenantAddresses addresses, Texts texts, LetterLimit limit, Current current)
{
    public bool AreSent => letters.IsOn;

    public void Recover(Account account, string code)
    {
        if (!limit.Allows(account.Id, nameof(Recover))) return;
        Send(account, account.Email!, T.Say("A new password for {0}", account.UserName!),
            T.Say("Somebody, probably you, asked for a new password for the login {0}.", account.UserName!),
            T.Say("Open this address within an hour and choose one:"), Link(account, $"/reset/{code}"),
            T.Say("If it wasn't you, do nothing: the password stays as it is."));
    }

    public void Recovered(Account account)
    {
        if (account.Email is { } email) Send(account, email, T.Say("The password of {0} was changed", account.UserName!),
            T.Say("The password of the login {0} was changed by a link sent to this e-mail. Every device must sign in again.", account.UserName!),
            T.Say("If it wasn't you, tell the office of your institution at once."));
    }

    public void Confirm(Account account, string email, string code)
    {
        Rule.Require(limit.Allows(account.Id, nameof(Confirm)), "Three letters an hour are the most. Look among unwanted mail, or try again later.");
        Send(account, email, T.Say("Confirm your e-mail"),
            T.Say("The account {0} wants to be recovered by this e-mail. If it is yours, open this address within a day, signed in with that account:", account.UserName!),
            Link(account, $"/account/email/{code}"),
            T.Say("If you don't know the account, do nothing."));
    }

    public void Moved(Account account, string former) => Send(account, former, T.Say("The e-mail of {0} was changed", account.UserName!),
        T.Say("The account {0} is recovered by another e-mail from now on, and no longer by this one.", account.UserName!),
        T.Say("If it wasn't you, tell the office of your institution at once."));

    // The page behind the link speaks the letter's language.
    private string Link(Account account, string page) =>
        addresses.Link(current.Tenant, account.Culture is { } own && own != current.Tenant.Culture ? $"/{own}{page}" : page);

    /// <param name="account">Whose language it is written in.</param>
    /// <param name="to">An e-mail.</param>
    /// <param name="subject">One line.</param>
    /// <param name="paragraphs">Sentences to translate, and addresses as they are.</param>
    private void Send(Account account, string to, Sentence subject, params IEnumerable<object> paragraphs)
    {
        var language = CultureInfo.GetCultureInfo(account.Culture ?? current.Tenant.Culture);
        letters.Send(new(to, texts.Say(subject, language), string.Join("\n\n", paragraphs.Append(current.Tenant.Name).Select(p => p is Sentence said ? texts.Say(said, language) : p))));
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
