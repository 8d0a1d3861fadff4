using System.Net;
using System.Net.Mail;
using System.Text;
using Integral.Platform.Localization;
using Microsoft.Extensions.Configuration;

namespace Integral.Platform.Messaging;

/// <summary>Sends through the mail server of the settings <c>Integral:Mail</c>: Host, Port (25), From, Login, Password, Tls (true: STARTTLS).</summary>
internal sealed class SmtpPost : IPost
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IConfigurationSection settings;
    private readonly int port;
    private readonly bool tls;

    /// <exception cref="InvalidOperationException">A mail server is set, but not what letters need beside it.</exception>
    public SmtpPost(IConfiguration configuration)
    {
        settings = configuration.GetSection("Integral:Mail");
        (port, tls) = (settings.GetValue("Port", 25), settings.GetValue("Tls", true));      // now: a slip in them stops the start, not the first letter
        if (!IsOn) return;
        if (!MailAddress.TryCreate(settings["From"], out _)) throw new InvalidOperationException("Integral:Mail:Host is set, so Integral:Mail:From must be the address that letters come from.");
        // A link made from the request's Host header would lead wherever its sender likes (abuse case A42).
        if (!Uri.TryCreate(configuration["Integral:PublicUrl"], UriKind.Absolute, out _)) throw new InvalidOperationException("Integral:Mail:Host is set, so Integral:PublicUrl must be the address that links in letters begin with.");
    }

    public bool IsOn => settings["Host"] is { Length: > 0 };

    public async Task SendAsync(Letter letter, Guid id, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var message = Written(letter, id);
            using var client = new SmtpClient(settings["Host"], port) { EnableSsl = tls };
            if (settings["Login"] is { Length: > 0 } login) client.Credentials = new NetworkCredential(login, settings["Password"]);
            await client.SendMailAsync(message, patience.Token);
        }
        catch (FormatException) { throw new RefusedException(T.Say("The e-mail that it is for isn't one."), isFinal: true); }
        // 4xx: for the present; a mailbox that is full, or a server that wants to be asked twice.
        catch (SmtpException refused) when (refused is SmtpFailedRecipientException || refused.StatusCode is >= SmtpStatusCode.MailboxBusy)
        {
            throw new RefusedException(T.Say("The mail server refused it with the number {0}.", (int)refused.StatusCode), isFinal: (int)refused.StatusCode >= 500);
        }
        catch (Exception failed) when ((failed is SmtpException or IOException or OperationCanceledException) && !cancel.IsCancellationRequested) { throw new UnreachableException(failed); }
    }

    // By the id a receiver's server knows a letter that comes again.
    private MailMessage Written(Letter letter, Guid id)
    {
        var message = new MailMessage(settings["From"]!, letter.To, OneLine(letter.Subject), letter.Text) { BodyEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", $"<{id:N}@{new MailAddress(settings["From"]!).Host}>");
        return message;
    }

    // An institution's name may stand in it, and whoever named it isn't to write headers.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
