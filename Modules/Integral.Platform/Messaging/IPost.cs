using Integral.Platform.Localization;

namespace Integral.Platform.Messaging;

/// <summary>
/// A letter to one receiver, plain text, already in the receiver's language. <c>outbox.Add(letter)</c> sends what a tenant's save causes,
/// <see cref="Letters.Add"/> what a save of the host's causes.
/// </summary>
/// <param name="ExpiresAt">When it isn't worth sending any more: of the link in it. Null for days.</param>
[Message("platform.letter")]
public sealed record Letter(string To, string Subject, string Text, DateTime? ExpiresAt = null);

/// <summary>The way letters leave the installation.</summary>
public interface IPost
{
    /// <summary>False where no mail server is set: what needs letters isn't offered then.</summary>
    bool IsOn { get; }

    /// <param name="id">The same whenever the same letter is sent again.</param>
    /// <exception cref="UnreachableException">The mail server can't be spoken to now; no fault of the letter.</exception>
    /// <exception cref="RefusedException">The mail server doesn't take this letter.</exception>
    Task SendAsync(Letter letter, Guid id, CancellationToken cancel);
}

/// <summary>The mail server can't be spoken to now.</summary>
public sealed class UnreachableException(Exception cause) : Exception(cause.Message, cause);

/// <summary>The mail server doesn't take a letter.</summary>
/// <param name="isFinal">It won't another time either.</param>
public sealed class RefusedException(Sentence why, bool isFinal) : Exception(why.ToString())
{
    public Sentence Why { get; } = why;
    public bool IsFinal { get; } = isFinal;
}
