using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Integral.Platform.Messaging;
using Integral.Platform.Web;
using Microsoft.Extensions.Configuration;

namespace Integral.Communication.Sms;

/// <summary>
/// The way text messages leave the installation: one POST each, as the settings <c>Integral:Sms</c> describe it: Url, ContentType, Body with <c>{id}</c>, <c>{to}</c> and
/// <c>{text}</c> in it, Header and HeaderValue for the key, AllowPrivate.
/// </summary>
internal sealed partial class SmsGateway : IDisposable
{
    private const string Json = "application/json", DefaultBody = """{"id": {id}, "to": {to}, "text": {text}}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Uri? url;
    private readonly string contentType, body, header, headerValue;
    private readonly bool isPrivateAllowed;
    private readonly HttpClient client;

    /// <exception cref="InvalidOperationException">A gateway is set, but not so that it could be asked.</exception>
    public SmsGateway(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Integral:Sms");
        (contentType, body, header, headerValue) = (settings["ContentType"] ?? Json, settings["Body"] ?? DefaultBody, settings["Header"] ?? "Authorization", settings["HeaderValue"] ?? "");
        isPrivateAllowed = settings.GetValue("AllowPrivate", false);
        if (settings["Url"] is { Length: > 0 } said)
        {
            // Now: a slip in them stops the start, not the first message.
            if (!Uri.TryCreate(said, UriKind.Absolute, out url) || url.Scheme != Uri.UriSchemeHttps && !(isPrivateAllowed && url.Scheme == Uri.UriSchemeHttp)) throw new InvalidOperationException("Integral:Sms:Url must be a whole address that begins with https.");
            if (!body.Contains("{to}", StringComparison.Ordinal) || !body.Contains("{text}", StringComparison.Ordinal)) throw new InvalidOperationException("Integral:Sms:Body must have {to} and {text} in it.");
        }
        // A gateway that leads elsewhere isn't followed: where a message goes, the operator says.
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
    }

    public bool IsOn => url is not null;

    /// <param name="id">The same whenever the same message is sent again.</param>
    /// <exception cref="UnreachableException">The gateway can't be spoken to now; no fault of the message.</exception>
    /// <exception cref="RefusedException">The gateway doesn't take this message.</exception>
    public async Task SendAsync(Guid id, string to, string text, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(Filled(id, to, text), Encoding.UTF8, contentType) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{id:N}");
        if (headerValue.Length > 0) request.Headers.TryAddWithoutValidation(header, headerValue);
        try
        {
            using var answer = await client.SendAsync(request, cancel);
            if (answer.IsSuccessStatusCode) return;
            var number = (int)answer.StatusCode;
            throw new RefusedException(T.Say("The gateway refused it with the number {0}.", number), isFinal: number < 500 && answer.StatusCode is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests));
        }
        catch (Exception failed) when ((failed is HttpRequestException or OperationCanceledException) && !cancel.IsCancellationRequested) { throw new UnreachableException(failed); }
    }

    public void Dispose() => client.Dispose();

    private string Filled(Guid id, string to, string text) => Places().Replace(body, place => Written(place.Groups[1].Value switch { "id" => $"{id:N}", "to" => to, _ => text }));

    // Whatever stands in a text, it stays one value.
    private string Written(string value) => contentType.StartsWith(Json, StringComparison.OrdinalIgnoreCase) ? System.Text.Json.JsonSerializer.Serialize(value) : Uri.EscapeDataString(value);

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var allowed = isPrivateAllowed ? found : [.. found.Where(PublicAddresses.Contain)];
        if (allowed.Length == 0) throw new HttpRequestException("The gateway stands in a private network; the setting Integral:Sms:AllowPrivate would let it be asked.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception failed) when (failed is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    [GeneratedRegex(@"\{(id|to|text)\}")]
    private static partial Regex Places();
}
