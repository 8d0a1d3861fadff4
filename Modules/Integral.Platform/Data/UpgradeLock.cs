using Microsoft.Data.Sqlite;

namespace Integral.Platform.Data;

/// <summary>
/// One process at a time upgrades an SQLite file. The lock is the kernel's and ends with its process; EF's own is a row that stays when its process
/// is killed, and everyone after it would wait for ever.
/// </summary>
internal static class UpgradeLock
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    /// <param name="folder">Where lock files lie; a few, each for many databases.</param>
    /// <param name="database">The file to be upgraded.</param>
    public static async Task<IDisposable> TakeAsync(string folder, string database, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var sign = Path.Combine(folder, $"{Path.GetFileName(database)[^4]}.lock");     // the last digit of a tenant's id
        while (true)
        {
            try
            {
                var taken = new FileStream(sign, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                Clear(database);
                return taken;
            }
            catch (IOException) when (File.Exists(sign)) { await Task.Delay(Again, cancel); }
        }
    }

    private static void Clear(string database)
    {
        if (!File.Exists(database)) return;
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (command.ExecuteScalar() is 0L) return;
        command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
        command.ExecuteNonQuery();
    }
}
