using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Integral.Platform.Data;

/// <summary>One open database file: its idle connections, the gate of its writers and its flush.</summary>
internal sealed class SqliteFile(string path) : IDisposable
{
    private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;", OfSmall = $"{Settings} PRAGMA cache_size=-1024", OfLarge = $"{Settings} PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=2000";     // pages: to move the log takes a large file longer than others like to wait
    private const int IdleAtMost = 8;
    private const long Large = 128L << 20;

    // Writers queue here, in order. In the driver they would wait by polling, out of order, and block a thread each.
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentStack<SqliteConnection> idle = new();
    private int taken;

    public string Path { get; } = path;
    public WalFlush Flush { get; } = new(path + "-wal");

    /// <summary>Ticks of the last use, for the one who looks for the longest unused.</summary>
    public long UsedAt { get; private set; }
    public bool IsIdle => Volatile.Read(ref taken) == 0;

    /// <summary>Claims the file so that it isn't closed before <see cref="Return"/>.</summary>
    public void Claim()
    {
        Interlocked.Increment(ref taken);
        UsedAt = Environment.TickCount64;
    }

    /// <summary>An open connection for one who has claimed the file.</summary>
    public DbConnection Take()
    {
        if (idle.TryPop(out var connection)) return connection;
        try
        {
            return Open(Path);
        }
        catch
        {
            Interlocked.Decrement(ref taken);
            throw;
        }
    }

    public void Return(DbConnection connection)
    {
        if (connection.State == ConnectionState.Open && idle.Count < IdleAtMost) idle.Push((SqliteConnection)connection);
        else connection.Dispose();
        Interlocked.Decrement(ref taken);
    }

    public async ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        return new Turn(gate);
    }

    /// <summary>A connection with the settings every connection to a tenant's file has.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, ForeignKeys = true, DefaultTimeout = 10,
        }.ToString());
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = OfSmall;
        if (IsLarge(path)) settings.CommandText = OfLarge;
        settings.ExecuteNonQuery();
        return connection;
    }

    // Thousands of institutions are small and share the memory; the pages that a large one reads again and again have to be at hand.
    private static bool IsLarge(string path) => new FileInfo(path) is { Exists: true, Length: >= Large };

    /// <summary>
    /// Moves the log of a closed file into it. That takes SQLite's exclusive lock, so it also tells whether another process still has the file open.
    /// A damaged file is let through.
    /// </summary>
    public static bool IsReleased(string path)
    {
        try
        {
            using var connection = Open(path);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            return command.ExecuteScalar() is "delete";
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6) { return false; }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26) { return true; }
    }

    public void Dispose()
    {
        while (idle.TryPop(out var connection)) connection.Dispose();
        Flush.Dispose();
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
