using System.Buffers;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Integral.Platform.Data;

/// <summary>
/// A table's rows as JSON lines: first the columns with their kinds, then a list of values a row, sorted by key. The same rows are
/// the same bytes on both engines.
/// </summary>
internal sealed class TableRows(DbTransaction transaction)
{
    private const int Chunk = 1 << 16;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>How many rows there are; of none nothing is written.</returns>
    public async Task<long> ReadAsync(TableShape table, Func<Stream> begin, CancellationToken cancel)
    {
        if (table.LeftOut is "") return 0;
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // names from the model: TableSql
        command.CommandText = TableSql.Select(table, transaction.Connection);
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel)) return 0;
        await using var to = begin();
        return await WriteAsync(table, rows, to, cancel);
    }

    private static async Task<long> WriteAsync(TableShape table, DbDataReader rows, Stream to, CancellationToken cancel)
    {
        var lines = new ArrayBufferWriter<byte>(2 * Chunk);
        await using var json = new Utf8JsonWriter(lines, Plain);
        var count = 0L;
        Line(j => Header(j, table));
        while (true)
        {
            Line(j => Row(j, table, rows));
            count++;
            var isLast = !await rows.ReadAsync(cancel);
            if (isLast || lines.WrittenCount >= Chunk)
            {
                await to.WriteAsync(lines.WrittenMemory, cancel);
                lines.ResetWrittenCount();
            }
            if (isLast) return count;
        }

        void Line(Action<Utf8JsonWriter> write)
        {
            json.Reset();
            write(json);
            json.Flush();
            lines.Write("\n"u8);
        }
    }

    private static void Header(Utf8JsonWriter json, TableShape table)
    {
        json.WriteStartObject();
        foreach (var column in table.Columns) json.WriteString(column.Name, $"{column.Kind}");
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, TableShape table, DbDataReader rows)
    {
        json.WriteStartArray();
        for (var i = 0; i < table.Columns.Count; i++) StoredValue.Write(json, rows, i, table.Columns[i].Kind);
        json.WriteEndArray();
    }

    /// <summary>Inserts them. Columns that must wait stay empty: <see cref="FillLaterAsync"/>.</summary>
    /// <exception cref="InvalidDataException">They aren't rows of this table.</exception>
    public Task InsertAsync(TableShape table, Stream from, CancellationToken cancel) =>
        RunAsync(table, from, (TableSql.Insert(table), table.Columns.Count), values => [.. values.Select((v, i) => table.Later.Contains(table.Columns[i].Name) ? DBNull.Value : v)], cancel);

    public async Task FillLaterAsync(TableShape table, Stream from, CancellationToken cancel)
    {
        if (table.Later.Count == 0) return;
        var columns = table.Columns.Select((c, i) => (c.Name, At: i)).ToDictionary(c => c.Name, c => c.At);
        string[] later = [.. table.Later];
        await RunAsync(table, from, (TableSql.Update(table, later), later.Length + table.Key.Count), values => later.All(c => values[columns[c]] is DBNull) ? null : [.. later.Concat(table.Key).Select(c => values[columns[c]])], cancel);
    }

    private async Task RunAsync(TableShape table, Stream from, (string Sql, int Parameters) what, Func<object[], object[]?> arrange, CancellationToken cancel)
    {
        var lines = new JsonLines(from);
        if (await lines.NextAsync(cancel) is not { } header || !Shape(header.Span).SequenceEqual(table.Columns)) throw new InvalidDataException($"{table.Name}: other columns");
        await using var statement = new RepeatedStatement(transaction, what.Sql, what.Parameters);
        while (await lines.NextAsync(cancel) is { } line)
        {
            if (arrange(Values(line.Span, table)) is { } values) await statement.RunAsync(values, line.Length, cancel);
        }
        await statement.EndAsync(cancel);
    }

    /// <summary>The columns that the first line names.</summary>
    /// <exception cref="InvalidDataException">It names none.</exception>
    public static IReadOnlyList<ColumnShape> Shape(ReadOnlySpan<byte> header)
    {
        try
        {
            var kinds = JsonSerializer.Deserialize<Dictionary<string, ValueKind>>(header, Json.Options);
            return kinds is { Count: > 0 } ? [.. kinds.Select(k => new ColumnShape(k.Key, k.Value))] : throw new InvalidDataException("No columns.");
        }
        catch (JsonException broken) { throw new InvalidDataException("No columns.", broken); }
    }

    private static object[] Values(ReadOnlySpan<byte> line, TableShape table)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            var values = new object[table.Columns.Count];
            if (!json.Read() || json.TokenType != JsonTokenType.StartArray) throw new InvalidDataException($"{table.Name}: not a row");
            for (var i = 0; i < values.Length; i++)
            {
                json.Read();
                values[i] = StoredValue.Read(ref json, table.Columns[i].Kind);
            }
            return json.Read() && json.TokenType == JsonTokenType.EndArray && !json.Read() ? values : throw new InvalidDataException($"{table.Name}: too many values");
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException) { throw new InvalidDataException($"{table.Name}: not a row", broken); }
    }
}
