using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Integral.Load.Setup;

/// <summary>The published server as a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    private Server(Process process, int port)
    {
        (this.process, Port) = (process, port);
        http.BaseAddress = new($"http://127.0.0.1:{port}");
    }

    public int Port { get; }
    public HttpClient Http => http;

    /// <summary>From the start of the process to the first answer of /health/ready.</summary>
    public TimeSpan Start { get; private set; }

    public static async Task<Server> StartAsync(int port, ProcessStartInfo program, string log)
    {
        var began = Stopwatch.GetTimestamp();
        var server = new Server(Process.Start(program)!, port);
        try
        {
            server.Keep(log);
            while (!await server.IsReadyAsync())
            {
                if (server.process.HasExited || Stopwatch.GetElapsedTime(began) > Patience) throw new InvalidOperationException($"The server doesn't start:\n{await File.ReadAllTextAsync(log)}");
                await Task.Delay(5);
            }
            server.Start = Stopwatch.GetElapsedTime(began);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private void Keep(string log)
    {
        var text = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => text.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => text.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            return (await http.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException) { return false; }
    }

    /// <summary>As the kernel counts it: what the process has in memory now.</summary>
    public int ResidentMegabytes => Megabytes(process, "VmRSS");

    /// <summary>What a process has had at most; nothing once it has ended.</summary>
    public static int PeakOf(Process process)
    {
        try
        {
            return Megabytes(process, "VmHWM");
        }
        catch (IOException) { return 0; }
    }

    private static int Megabytes(Process process, string figure) =>
        File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith(figure, StringComparison.Ordinal)) is { } line ? int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024 : 0;

    /// <summary>Databases that are open now; each may have a log, an index of it, and several connections.</summary>
    public (int Databases, int Handles) OpenFiles()
    {
        var links = new DirectoryInfo($"/proc/{process.Id}/fd").EnumerateFiles().Select(f => f.LinkTarget).OfType<string>().ToList();
        return (links.Where(l => l.EndsWith(".db", StringComparison.Ordinal)).Distinct().Count(), links.Count);
    }

    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>kill -9: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }
}
