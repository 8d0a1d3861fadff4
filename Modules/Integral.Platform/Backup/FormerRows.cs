using Integral.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Integral.Platform.Backup;

/// <summary>
/// Brings rows of a former version to this one: into an SQLite file with the tables of that version, which is then upgraded like any tenant's
/// and read again. On PostgreSQL too, where tables that all tenants share can't be of two versions.
/// </summary>
internal sealed class FormerRows(Migrator migrations)
{
    /// <param name="temporary">A folder for what is made on the way.</param>
    /// <returns>The rows of a table as this version has it; null where there are none.</returns>
    /// <exception cref="InvalidDataException">They don't fit the version that they are said to be of.</exception>
    public async Task<Func<string, Stream?>> UpgradeAsync(BackupFile backup, IReadOnlyList<TableShape> tables, string temporary, CancellationToken cancel)
    {
        var file = Path.Combine(temporary, "former.db");
        await migrations.MakeFormerAsync(file, backup.Manifest.Migrations, cancel);
        await using (var connection = SqliteFile.Open(file)) await FillAsync(connection, backup, cancel);
        await migrations.UpgradeAsync(file, cancel);

        var folder = Directory.CreateDirectory(Path.Combine(temporary, "rows")).FullName;
        await using var upgraded = SqliteFile.Open(file);
        await using var snapshot = upgraded.BeginTransaction(deferred: true);
        foreach (var table in tables) await new TableRows(snapshot).ReadAsync(table, () => File.Create(Path.Combine(folder, table.Name)), cancel);
        return name => File.Exists(Path.Combine(folder, name)) ? File.OpenRead(Path.Combine(folder, name)) : null;
    }

    private static async Task FillAsync(SqliteConnection connection, BackupFile backup, CancellationToken cancel)
    {
        await using var transaction = connection.BeginTransaction();
        await using var defer = connection.CreateCommand();
        defer.CommandText = "PRAGMA defer_foreign_keys=ON";      // in which order its tables came nobody knows any more
        await defer.ExecuteNonQueryAsync(cancel);
        foreach (var table in backup.Tables)
        {
            await using var rows = backup.Open(EntryNames.OfRows(table))!;
            await new TableRows(transaction).InsertAsync(await ShapeAsync(connection, table, backup, cancel), rows, cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    // Names from a file become names in a statement only if the database has them.
    private static async Task<TableShape> ShapeAsync(SqliteConnection connection, string table, BackupFile backup, CancellationToken cancel)
    {
        await using var rows = backup.Open(EntryNames.OfRows(table))!;
        var columns = await new JsonLines(rows).NextAsync(cancel) is { } header ? TableRows.Shape(header.Span) : [];
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        var known = new HashSet<string>();
        await using (var names = await command.ExecuteReaderAsync(cancel)) while (await names.ReadAsync(cancel)) known.Add(names.GetString(0));
        return columns.Count > 0 && columns.All(c => known.Contains(c.Name)) ? new(table, columns, [], new HashSet<string>()) : throw new InvalidDataException($"{table}: other columns");
    }
}
