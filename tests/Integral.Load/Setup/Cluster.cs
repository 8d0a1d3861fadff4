using System.Diagnostics;
using Npgsql;

namespace Integral.Load.Setup;

/// <summary>A throw-away PostgreSQL that really flushes, with the two roles of the operator's guide.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Database = "integral_load";

    private readonly string folder, server;
    private readonly bool isKept;

    private Cluster(string folder, string server, bool isKept) => (this.folder, this.server, this.isKept) = (folder, server, isKept);

    public string Application => As("integral_app");
    public string Owner => As("integral_owner");

    /// <param name="kept">A folder for a cluster that stays; one that is there is started again.</param>
    public static async Task<Cluster> StartAsync(string? kept = null)
    {
        var isThere = kept is not null && Directory.Exists(kept);
        var folder = await ScriptAsync(kept is null ? ["start", "durable"] : ["start", "durable", kept]);
        var cluster = new Cluster(folder, await ScriptAsync("connection", folder), kept is not null);
        if (isThere) return cluster;
        await cluster.RunAsync("postgres", "CREATE ROLE integral_owner LOGIN; CREATE ROLE integral_app LOGIN");
        await cluster.RunAsync("postgres", "CREATE DATABASE integral_load");
        await cluster.RunAsync(Database, """
            REVOKE ALL ON SCHEMA public FROM public; GRANT USAGE ON SCHEMA public TO integral_app; GRANT ALL ON SCHEMA public TO integral_owner;
            CREATE SCHEMA host AUTHORIZATION integral_owner;
            """);
        return cluster;
    }

    private async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Database={database};Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // this file's own texts
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private string As(string role) => new NpgsqlConnectionStringBuilder(server) { Username = role, Database = Database, MaxPoolSize = 50 }.ToString();

    private static async Task<string> ScriptAsync(params string[] arguments)
    {
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(Folders.Scripts, "postgres"), arguments) { RedirectStandardOutput = true })!;
        var said = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        return script.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException("PostgreSQL can't be started. It needs Debian's package postgresql.");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ScriptAsync(isKept ? "pause" : "stop", folder);
    }
}
