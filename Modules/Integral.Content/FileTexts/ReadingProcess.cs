using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Hosting;

namespace Integral.Content.FileTexts;

/// <summary>
/// Reads files in a process beside the server: one that never ends, eats the memory or breaks the reader ends there, and the server goes on.
/// The process has so much memory and no more, and each file so much time.
/// </summary>
internal sealed class ReadingProcess(IHostEnvironment program) : IDisposable
{
    /// <summary>For each file.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    private const string Memory = "0x20000000";         // half a gigabyte

    private static readonly TimeSpan Start = TimeSpan.FromSeconds(40);

    private Process? running;

    /// <param name="path">Of a file on this disk.</param>
    /// <param name="cancel">The server stops.</param>
    /// <returns>Its words; null where reading it took too long or too much.</returns>
    /// <exception cref="IOException">The process can't be started: that is no fault of the file.</exception>
    public async Task<string?> ReadAsync(string path, CancellationToken cancel)
    {
        if (running is null && await BeginAsync(cancel) is null) throw new IOException("The reader of files can't be started.");
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        try
        {
            await running!.StandardInput.WriteLineAsync(path.AsMemory(), late.Token);
            await running.StandardInput.FlushAsync(late.Token);
            if (await AnswerAsync(running.StandardOutput, late.Token) is { } words) return words;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { }
        catch (IOException) { }        // it has ended
        End();
        return null;
    }

    // What else a console is told is passed over.
    private static async Task<string?> AnswerAsync(StreamReader said, CancellationToken cancel)
    {
        while (await said.ReadLineAsync(cancel) is { } line)
            if (line.StartsWith(ReadingWork.Sign)) return Encoding.UTF8.GetString(Convert.FromBase64String(line[1..]));
        return null;
    }

    private async Task<string?> BeginAsync(CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Start);
        running = Begin();
        try
        {
            if (await AnswerAsync(running.StandardOutput, late.Token) is { } ready) return ready;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { }
        End();
        return null;
    }

    private Process Begin()
    {
        var (file, before) = Command();
        var start = new ProcessStartInfo(file, [.. before, ReadingWork.Name]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = program.ContentRootPath };
        start.Environment["DOTNET_GCHeapHardLimit"] = Memory;
        var process = Process.Start(start) ?? throw new IOException("The reader of files can't be started.");
        process.PriorityClass = ProcessPriorityClass.BelowNormal;
        return process;
    }

    // The server's own program, however it was started: by itself, or by dotnet.
    private (string File, string[] Before) Command()
    {
        if (Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == program.ApplicationName) return (own, []);
        var shared = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return (File.Exists(shared) ? shared : "dotnet", [Path.Combine(AppContext.BaseDirectory, $"{program.ApplicationName}.dll")]);
    }

    private void End()
    {
        if (running is null) return;
        if (!running.HasExited) running.Kill(entireProcessTree: true);
        running.Dispose();
        running = null;
    }

    public void Dispose() => End();
}
