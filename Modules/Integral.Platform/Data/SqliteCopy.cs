using Microsoft.Data.Sqlite;

namespace Integral.Platform.Data;

/// <summary>Makes a whole copy of an SQLite file that may be in use: one moment of it, without its unused pages.</summary>
internal static class SqliteCopy
{
    public static async Task MakeAsync(SqliteConnection from, string to, CancellationToken cancel)
    {
        await using var copy = from.CreateCommand();
        copy.CommandText = "VACUUM INTO $to";
        copy.CommandTimeout = 0;        // however large it is
        copy.Parameters.AddWithValue("$to", to);
        await copy.ExecuteNonQueryAsync(cancel);
    }
}
