namespace Integral.Platform.Messaging;

/// <summary>A letter to one receiver, plain text, already in the receiver's language.</summary>
public sealed record Letter(string To, string Subject, string Text);

/// <summary>The way letters leave the installation.</summary>
public interface IPost
{
    /// <summary>False where no mail server is set: what needs letters isn't offered then.</summary>
    bool IsOn { get; }

    /// <exception cref="System.Net.Mail.SmtpException">The mail server can't be reached, or refuses the letter.</exception>
    Task SendAsync(Letter letter, CancellationToken cancel);
}
