using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Integral.Platform.Messaging;

/// <summary>Sends through the mail server of the settings <c>Integral:Mail</c>: Host, Port (25), From, Login, Password, Tls (true: STARTTLS).</summary>
internal sealed class SmtpPost : IPost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

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

    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        using var client = new SmtpClient(settings["Host"], port) { EnableSsl = tls };
        if (settings["Login"] is { Length: > 0 } login) client.Credentials = new NetworkCredential(login, settings["Password"]);
        using var message = new MailMessage(settings["From"]!, letter.To, OneLine(letter.Subject), letter.Text) { BodyEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8 };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(message, patience.Token);
    }

    // An institution's name may stand in it, and whoever named it isn't to write headers.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
