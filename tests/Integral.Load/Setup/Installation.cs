using System.Diagnostics;

namespace Integral.Load.Setup;

/// <summary>Data of one scenario on one engine, and the published build that works on them.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private const int RowsRefused = 2;

    private static Installation? shared;

    private readonly Cluster? cluster;
    private readonly bool isKept;

    private Installation(string folder, Cluster? cluster, bool isKept = false) => (Folder, this.cluster, this.isKept) = (folder, cluster, isKept);

    public string Folder { get; }

    /// <summary>The application's connection; null on SQLite.</summary>
    public string? Connection => cluster?.Application;

    /// <summary>With data of its own; or the one that all scenarios of this run share, filled with schools, if they are to be measured among many.</summary>
    public static async Task<Installation> NewAsync(Trial trial, string name) =>
        trial.Filled == 0 ? await FreshAsync(trial, name) : shared ??= await SharedAsync(trial);

    private static async Task<Installation> FreshAsync(Trial trial, string name, bool isKept = false) =>
        new(Folders.New(name), trial.OnPostgreSql ? await Cluster.StartAsync() : null, isKept);

    private static async Task<Installation> SharedAsync(Trial trial)
    {
        var at = await FreshAsync(trial, "filled", isKept: true);
        await using (await at.ServeAsync()) { }      // the demo
        var (_, took) = await at.DoAsync("seed", "--yes", "--schools", $"{trial.Filled}", "--classes", "10", "--pupils", "25", "--days", "5");
        Console.WriteLine(FormattableString.Invariant($"   filled with {trial.Filled} schools of 273 people in {took.TotalSeconds:N0} s, {took.TotalMilliseconds / trial.Filled:N0} ms a school"));
        return at;
    }

    /// <summary>At the end of a run: removes what its scenarios shared.</summary>
    public static async Task EndAsync()
    {
        if (shared is null) return;
        if (shared.cluster is not null) await shared.cluster.DisposeAsync();
        Directory.Delete(shared.Folder, recursive: true);
    }

    /// <summary>On SQLite, in a folder that stays for the next time.</summary>
    public static Installation Kept(string folder)
    {
        Directory.CreateDirectory(folder);
        return new(folder, null, isKept: true);
    }

    /// <summary>In a folder that stays for the next time, on PostgreSQL with the cluster in it.</summary>
    /// <returns>And whether it is filled already, which a file says; what was left half-filled is made anew.</returns>
    public static async Task<(Installation At, bool IsFilled)> KeptAsync(Trial trial, string name)
    {
        var kept = Path.Combine(Folders.Data, $"{name}-{(trial.OnPostgreSql ? "pg" : "sqlite")}");
        var isFilled = File.Exists(Path.Combine(kept, "filled"));
        if (!isFilled && Directory.Exists(kept)) Directory.Delete(kept, recursive: true);
        Directory.CreateDirectory(kept);
        return (new(kept, trial.OnPostgreSql ? await Cluster.StartAsync(Path.Combine(kept, "cluster")) : null, isKept: true), isFilled);
    }

    /// <summary>Does a verb.</summary>
    /// <returns>What it printed, and how long it took with the start of the process.</returns>
    public Task<(string Said, TimeSpan Took)> DoAsync(params string[] verb) => DoAsync(verb, code => code == 0);

    /// <summary>The same, with the most memory that the kernel has counted for it.</summary>
    public async Task<(string Said, TimeSpan Took, int Megabytes)> WatchAsync(params string[] verb)
    {
        var most = 0;
        var (said, took) = await DoAsync(verb, code => code == 0, process => most = Math.Max(most, Server.PeakOf(process)));
        return (said, took, most);
    }

    /// <summary>Begins a verb and kills it, kill -9, after a time.</summary>
    /// <returns>Whether it had ended by itself before.</returns>
    public async Task<bool> KillAfterAsync(TimeSpan time, params string[] verb)
    {
        using var process = Process.Start(Program(verb, []))!;
        var (said, trouble) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ends = process.WaitForExitAsync();
        var hasEnded = await Task.WhenAny(ends, Task.Delay(time)) == ends;
        if (!hasEnded) process.Kill();
        await Task.WhenAll(ends, said, trouble);
        return hasEnded;
    }

    /// <summary>The same with a register of which some rows may be refused.</summary>
    public Task<(string Said, TimeSpan Took)> ImportAsync(FileInfo register, params string[] options) =>
        DoAsync(["tenants", "import", register.FullName, .. options], code => code is 0 or RowsRefused);

    private async Task<(string Said, TimeSpan Took)> DoAsync(string[] verb, Func<int, bool> isDone, Action<Process>? watch = null)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(Program(verb, []))!;
        var (said, trouble) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ends = process.WaitForExitAsync();
        while (watch is not null && await Task.WhenAny(ends, Task.Delay(20)) != ends) watch(process);
        await ends;
        var took = Stopwatch.GetElapsedTime(start);
        return isDone(process.ExitCode) ? (await said, took) : throw new InvalidOperationException($"'{string.Join(' ', verb)}' failed: {await trouble}");
    }

    /// <param name="demo">An empty folder is filled with the demo district.</param>
    public Task<Server> ServeAsync(bool demo = true, params (string Name, string Value)[] settings)
    {
        var port = Server.FreePort();
        return Server.StartAsync(port, Program(["--urls", $"http://127.0.0.1:{port}"], [("Integral__Demo", demo ? "true" : "false"), .. settings]), Path.Combine(Folder, "server.log"));
    }

    private ProcessStartInfo Program(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folders.Published, "Integral.Web.dll"), .. arguments])
        {
            WorkingDirectory = Folders.Published, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Integral__DataPath"] = Folder;
        start.Environment["Integral__Security__SignInsPerMinute"] = "1000000";
        start.Environment["Integral__Web__RequestsPerSecondOfAnAddress"] = "1000000";
        start.Environment["Integral__Web__RequestsPerSecondOfATenant"] = "1000000";
        // A new installation's first night would fall into every run: thousands of institutions backed up at once are measured by themselves.
        start.Environment["Integral__Backups__EveryHours"] = "0";
        if (cluster is not null)
        {
            start.Environment["Integral__Database__Provider"] = "PostgreSql";
            start.Environment["Integral__Database__ConnectionString"] = cluster.Application;
            start.Environment["Integral__Database__OwnerConnectionString"] = cluster.Owner;
        }
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }

    public async ValueTask DisposeAsync()
    {
        if (this == shared) return;
        if (cluster is not null) await cluster.DisposeAsync();
        if (!isKept) Directory.Delete(Folder, recursive: true);
    }
}
