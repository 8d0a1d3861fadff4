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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly HttpClient web;

    private MailServer(Process process, int port, HttpClient web) => (this.process, Port, this.web) = (process, port, web);

    public int Port { get; }

    /// <param name="at">The port for letters; any that is free if left out.</param>
    public static async Task<MailServer> StartAsync(int? at = null) =>
        await TryAsync(at) ?? await TryAsync(at) ?? throw new InvalidOperationException("The mail server didn't start.");

    // Null if it didn't come up: it ends at once where somebody took one of its ports meanwhile.
    private static async Task<MailServer?> TryAsync(int? at)
    {
        var (smtp, web) = FreePorts();
        smtp = at ?? smtp;
        var program = Path.Combine(Repository.Root, "tests", "Integral.Tests", "Peers", "node_modules", "maildev", "bin", "maildev");
        var process = Process.Start(new ProcessStartInfo("node", [program, "--ip", "127.0.0.1", "--smtp", $"{smtp}", "--web", $"{web}", "--silent"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var server = new MailServer(process, smtp, new() { BaseAddress = new($"http://127.0.0.1:{web}") });
        var isUp = false;
        try
        {
            isUp = await server.ComesUpAsync();
            return isUp ? server : null;
        }
        finally
        {
            if (!isUp) await server.DisposeAsync();
        }
    }

    private async Task<bool> ComesUpAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); !process.HasExited && Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(50))
            if (await ListAsync() is not null) return true;
        return false;
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

    public static int FreePort() => FreePorts().Smtp;

    // Both are held until both are known, else the second could be the first again.
    private static (int Smtp, int Web) FreePorts()
    {
        using var smtp = new TcpListener(IPAddress.Loopback, 0);
        using var web = new TcpListener(IPAddress.Loopback, 0);
        smtp.Start();
        web.Start();
        return (((IPEndPoint)smtp.LocalEndpoint).Port, ((IPEndPoint)web.LocalEndpoint).Port);
    }

    public async ValueTask DisposeAsync()
    {
        web.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
