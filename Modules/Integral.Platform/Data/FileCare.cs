using System.Data.Common;
using System.Globalization;
using Integral.Platform.Backup;
using Microsoft.Data.Sqlite;

namespace Integral.Platform.Data;

/// <summary>
/// What one SQLite file needs now and then. Those who read it are never kept waiting, those who write only for as long as a step takes; nothing
/// takes the place of the file, so whoever has it open goes on with it.
/// </summary>
internal sealed class FileCare(SqliteFiles files, DataFolder folder, BackupPlan plan)
{
    /// <summary>Of a log that grew larger, because somebody read for long, the room is given back.</summary>
    public const long LargeLog = 4 << 20;

    /// <summary>A file is made smaller when so many bytes of it are unused, and a quarter of it.</summary>
    public const long MuchUnused = 8 << 20;

    /// <summary>Writers wait about a second for each 100 MB that stay.</summary>
    private const long TooLarge = 4L << 30;

    /// <returns>The bytes given back to the disk.</returns>
    /// <exception cref="SqliteException">The file is damaged, or the disk is full: then it is as it was.</exception>
    public async Task<long> TendAsync(string path, CancellationToken cancel)
    {
        var (wasOpen, before) = (files.IsOpen(path), Length(path));
        using (var lease = files.Lend(path))
        {
            var connection = lease.Take();
            await WriteAsync(lease, connection, "PRAGMA analysis_limit=400; PRAGMA optimize=0x10002", cancel);
            var isSmaller = await IsMuchUnusedAsync(connection, cancel);
            if (isSmaller) await WriteAsync(lease, connection, "VACUUM", cancel);
            if (isSmaller || Length(path + "-wal") > LargeLog) await WriteAsync(lease, connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }
        if (!wasOpen) files.CloseIdle(path);        // who was open before stays: its pages are warm
        return Math.Max(0, before - Length(path));
    }

    /// <summary>Reads the whole file. Its writers don't wait.</summary>
    /// <returns>What is wrong with it, in the engine's words; null if nothing is.</returns>
    public static async Task<string?> CheckAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path)) return "unable to open database file";
        try
        {
            await using var connection = SqliteFile.Open(path);
            return await ReadAsync(connection, "PRAGMA quick_check(1)", cancel) is var said and not "ok" ? said : null;
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26) { return damaged.Message; }
    }

    private async Task<bool> IsMuchUnusedAsync(DbConnection connection, CancellationToken cancel)
    {
        var pages = long.Parse(await ReadAsync(connection, "PRAGMA page_count", cancel), CultureInfo.InvariantCulture);
        var unused = long.Parse(await ReadAsync(connection, "PRAGMA freelist_count", cancel), CultureInfo.InvariantCulture);
        var size = long.Parse(await ReadAsync(connection, "PRAGMA page_size", cancel), CultureInfo.InvariantCulture);
        var used = (pages - unused) * size;
        // What stays is written twice on the way: into a temporary file and into the log.
        return unused * size >= MuchUnused && unused * 4 >= pages && used < TooLarge && new DriveInfo(folder.Root).AvailableFreeSpace - 2 * used >= plan.LeaveFree;
    }

    private static async Task WriteAsync(SqliteLease lease, DbConnection connection, string pragma, CancellationToken cancel)
    {
        using var turn = await lease.EnterWriteAsync(cancel);
        await ReadAsync(connection, pragma, cancel);
    }

    private static async Task<string> ReadAsync(DbConnection connection, string pragma, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of this class
        command.CommandText = pragma;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return Convert.ToString(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture) ?? "";
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
