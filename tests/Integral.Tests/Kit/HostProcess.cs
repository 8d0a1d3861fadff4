using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Integral.Tests.Kit;

/// <summary>The built host as a process of its own, on a district's data: it can be killed, as a crash would.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Http) = (process, new() { BaseAddress = address });

    public HttpClient Http { get; }

    /// <param name="settings">Beside those of the tests' engine: <c>("Integral__Jobs__AtOnce", "0")</c>.</param>
    public static async Task<HostProcess> StartAsync(string folder, params (string Name, string Value)[] settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var program = Program(folder, "--urls", address);
        foreach (var (name, value) in settings) program.Environment[name] = value;
        var host = new HostProcess(Process.Start(program)!, new(address));
        try
        {
            await host.ComesUpAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>How the host is started on these data: serving, or doing a verb.</summary>
    public static ProcessStartInfo Program(string folder, params string[] arguments)
    {
        var built = Path.Combine(Repository.Root, "Integral.Web", Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "Integral.Tests"), AppContext.BaseDirectory));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(built, "Integral.Web.dll"), .. arguments])
        {
            WorkingDirectory = built, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in Engine.Settings("killed", folder)) if (value is not null) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    /// <summary>kill -9: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>kill -TERM, as a service manager stops it.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndsAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    private async Task ComesUpAsync()
    {
        var said = new List<string?>();
        process.ErrorDataReceived += (_, line) => { lock (said) said.Add(line.Data); };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        for (var began = Stopwatch.GetTimestamp(); !await IsReadyAsync();)
        {
            lock (said) Assert.True(!process.HasExited && Stopwatch.GetElapsedTime(began) < Patience, $"The host doesn't start:\n{string.Join('\n', said)}");
            await Task.Delay(50);
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            return (await Http.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException) { return false; }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        Http.Dispose();
    }
}
