using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Integral.Load.Setup;
using Integral.Load.Wire;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Integral.Load;

/// <summary>What this machine can do at this moment, so that figures of different days can be compared (design §7).</summary>
/// <param name="Live">Answers of /health/live a second, with the same number of connections.</param>
/// <param name="Selects">"select 1" a second on one connection of the engine.</param>
/// <param name="Flushes">Flushes of a file a second on the disk that holds the data.</param>
internal sealed record Baseline(double Live, double Selects, double Flushes)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static async Task<Baseline> TakeAsync(Server server, Installation at, int connections) =>
        new(Alive(server, connections), await SelectsAsync(at), Flushed(at.Folder));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"/health/live {Live:N0} req/s, select 1 {Selects:N0}/s, flushes {Flushes:N0}/s");

    private static double Alive(Server server, int connections)
    {
        var ask = Ask.Get("/health/live", new(200, "ok"));
        return new ClosedLoop(server.Port, connections, _ => ask).Run(3 * Second, 3 * Second).PerSecond;
    }

    private static async Task<double> SelectsAsync(Installation at)
    {
        await using DbConnection connection = at.Connection is { } server ? new NpgsqlConnection(server) : new SqliteConnection($"Data Source={Path.Combine(at.Folder, "host.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select 1";
        await command.PrepareAsync();
        var (start, count) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(start) < Second; count++) await command.ExecuteScalarAsync();
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Flushed(string folder)
    {
        var path = Path.Combine(folder, "flush.probe");
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, options: FileOptions.DeleteOnClose);
        var page = new byte[4096];
        var (start, count) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(start) < Second; count++)
        {
            RandomAccess.Write(file, page, count * page.Length);
            RandomAccess.FlushToDisk(file);
        }
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
