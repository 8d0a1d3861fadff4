using System.Data.Common;
using Npgsql;

namespace Integral.Platform.Data;

/// <summary>
/// The statements that read and fill any table. Names come from the model and values are parameters, so nothing that was typed
/// or read from a file becomes SQL; row security holds as for every other statement.
/// </summary>
internal static class TableSql
{
    /// <summary>All rows in the order of their key, which is the same on both engines.</summary>
    public static string Select(TableShape table, DbConnection connection) =>
        $"SELECT {Names(table.Columns.Select(c => c.Name))} FROM {Quoted(table.Name)}{(table.LeftOut is { } column ? $" WHERE {Quoted(column)} IS NULL" : "")} ORDER BY {string.Join(", ", table.Key.Select(k => Quoted(k) + Collation(table, k, connection)))}";

    public static string Insert(TableShape table) =>
        $"INSERT INTO {Quoted(table.Name)} ({Names(table.Columns.Select(c => c.Name))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"))})";

    /// <summary>Sets the columns that had to wait, of the row with that key.</summary>
    public static string Update(TableShape table, IReadOnlyList<string> columns) =>
        $"UPDATE {Quoted(table.Name)} SET {string.Join(", ", columns.Select((c, i) => $"{Quoted(c)} = ${i + 1}"))} WHERE {string.Join(" AND ", table.Key.Select((k, i) => $"{Quoted(k)} = ${columns.Count + i + 1}"))}";

    // SQLite compares texts by their bytes, PostgreSQL by the language of its database.
    private static string Collation(TableShape table, string column, DbConnection connection) =>
        connection is NpgsqlConnection && table.Columns.Single(c => c.Name == column).Kind == ValueKind.Text ? " COLLATE \"C\"" : "";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Quoted));
    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
