using Integral.Platform.Audit;
using Integral.Platform.Localization;
using Microsoft.AspNetCore.Identity;

namespace Integral.Platform.Security;

/// <summary>
/// Someone who can sign in to the installation. Its login is an e-mail or an issued one such as <c>k7q2-petrenko</c>;
/// the e-mail may be missing and isn't unique: a family may share one.
/// </summary>
[Audited]
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>How it is greeted. The names that count are the persons' in each tenant.</summary>
    public required string Name { get; set; }

    /// <summary>The language of the work face; null for the tenant's.</summary>
    public string? Culture { get; set; }

    /// <summary>Since when it can't be entered; null when it can.</summary>
    public DateTime? BlockedAt { get; private set; }

    /// <summary>The password was issued by somebody else and must be changed at the first sign-in.</summary>
    public bool MustChangePassword { get; set; }
    public DateTime CreatedAt { get; init; }

    [Secret]
    public override string? PasswordHash { get; set; }

    /// <exception cref="RuleException">We don't speak it.</exception>
    public void Speak(string culture)
    {
        Rule.Require(Texts.Cultures.Contains(culture), T.Say("There is no language '{0}' here. There are: {1}.", culture, string.Join(", ", Texts.Cultures)), nameof(Culture));
        Culture = culture;
    }

    /// <summary>Takes a new password; links and codes made for the former one are void from now on.</summary>
    /// <param name="hash">Of the password, never itself.</param>
    /// <param name="mustChange">Somebody else made it up.</param>
    public void Receive(string hash, bool mustChange = false) => (PasswordHash, MustChangePassword, SecurityStamp) = (hash, mustChange, Secrets.New());

    /// <summary>Gets another e-mail, which its owner has confirmed; links sent to the former one are void.</summary>
    public void ReachAt(string email) => (Email, NormalizedEmail, EmailConfirmed, SecurityStamp) = (email, email.ToUpperInvariant(), true, Secrets.New());

    public void Block(DateTime at) => BlockedAt ??= at;
    public void Unblock() => BlockedAt = null;
}
