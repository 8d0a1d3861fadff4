using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Web;

namespace Integral.Workflows.Calls;

/// <summary>Calls other systems: no redirects, no cookies, no waiting for long, and nobody at a private address whom the operator hasn't named.</summary>
internal sealed class CallClient : IDisposable
{
    private readonly WebhookHosts hosts;
    private readonly HttpClient http;

    public CallClient(WebhookHosts hosts)
    {
        this.hosts = hosts;
        http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(1), MaxResponseHeadersLength = 32, ConnectCallback = ConnectAsync,
        })
        { Timeout = TimeSpan.FromSeconds(10) };
    }

    /// <param name="secret">Null where the institution signs nothing.</param>
    /// <returns>What is wrong; null where it was taken.</returns>
    public async Task<Sentence?> SendAsync(WebhookCall call, string? secret, DateTime now, CancellationToken cancel)
    {
        if (hosts.Fault(call.Address) is { } fault) return fault;       // allowed when the workflow was saved, and not any more
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Address) { Content = new StringContent(call.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        foreach (var (name, value) in HeadersOf(call, secret, now)) request.Headers.Add(name, value);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return answer.IsSuccessStatusCode ? null : T.Say("The other system answered with {0}.", (int)answer.StatusCode);
        }
        catch (HttpRequestException inside) when (inside.InnerException is PrivateAddressException || inside is PrivateAddressException) { return T.Say("The address leads into a private network."); }
        catch (HttpRequestException) { return T.Say("The other system can't be reached."); }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { return T.Say("The other system doesn't answer."); }
    }

    // As the specification "Standard Webhooks" has them, so that the other side finds a library for it.
    private static IEnumerable<(string Name, string Value)> HeadersOf(WebhookCall call, string? secret, DateTime now)
    {
        var (id, at) = ($"{call.Id:N}", new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        yield return ("webhook-id", id);
        yield return ("webhook-timestamp", at);
        if (secret is not null) yield return ("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(CallLog.Key(secret), Encoding.UTF8.GetBytes($"{id}.{at}.{call.Body}")))}");
    }

    // Here and not before: whatever a name is looked up to is what is connected to.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var allowed = hosts.MayBeInside(context.InitialRequestMessage.RequestUri!) ? found : [.. found.Where(PublicAddresses.Contain)];
        if (allowed.Length == 0) throw new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => http.Dispose();

    private sealed class PrivateAddressException() : HttpRequestException("The address leads into a private network.");
}
