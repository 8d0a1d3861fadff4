using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Integral.Tests.Kit;

/// <summary>A letter as a mail server of another maker took it in.</summary>
public sealed record Received(string Subject, string Text, IReadOnlyList<ReceivedAddress> To);

public sealed record ReceivedAddress(string Address);

/// <summary>A real mail server (MailDev) on free ports of this machine, which shows what it was sent.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient web;

    private MailServer(Process process, int port, HttpClient web) => (this.process, Port, this.web) = (process, port, web);

    public int Port { get; }

    public static async Task<MailServer> StartAsync()
    {
        var (smtp, web) = (FreePort(), FreePort());
        var program = Path.Combine(Repository.Root, "tests", "Integral.Tests", "Peers", "node_modules", "maildev", "bin", "maildev");
        var process = Process.Start(new ProcessStartInfo("node", [program, "--ip", "127.0.0.1", "--smtp", $"{smtp}", "--web", $"{web}", "--silent"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var server = new MailServer(process, smtp, new() { BaseAddress = new($"http://127.0.0.1:{web}") });
        await Until.TrueAsync(async () => await server.ListAsync() is not null, "the mail server didn't start");
        return server;
    }

    /// <summary>The letters to an address, once there are so many of them.</summary>
    public async Task<IReadOnlyList<Received>> ToAsync(string address, int atLeast = 1)
    {
        IReadOnlyList<Received> found = [];
        await Until.TrueAsync(async () => (found = await NowAsync(address)).Count >= atLeast, $"{address} got no {atLeast} letters");
        return found;
    }

    public async Task<IReadOnlyList<Received>> NowAsync(string address) => [.. (await ListAsync() ?? []).Where(l => l.To.Any(t => t.Address == address))];

    private async Task<List<Received>?> ListAsync()
    {
        try
        {
            return await web.GetFromJsonAsync<List<Received>>("/email");
        }
        catch (HttpRequestException) { return null; }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        web.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
