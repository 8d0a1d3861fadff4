using Integral.Tests.Kit;
using Npgsql;

namespace Integral.Tests.Data;

/// <summary>SQL as the application's role would send it, past Entity Framework.</summary>
internal static class RawSql
{
    public static async Task<NpgsqlConnection> OpenAsync(District district, Guid? tenant, string role = "integral_app")
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Engine.As(role, district.Database)) { Pooling = false }.ToString());
        await connection.OpenAsync();
        if (tenant is { } whose) await connection.BeAsync(whose);
        return connection;
    }

    public static async Task BeAsync(this NpgsqlConnection connection, Guid tenant)
    {
        await using var command = new NpgsqlCommand("SELECT set_config('app.tenant', $1, false)", connection) { Parameters = { new() { Value = $"{tenant}" } } };
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> CountAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static async Task<int> ChangedAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<string>> TextsAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }

    /// <summary>The engine's code of why it refused; "done" if it didn't.</summary>
    public static async Task<string> RefusalAsync(this NpgsqlConnection connection, string sql)
    {
        try
        {
            await connection.ChangedAsync(sql);
            return "done";
        }
        catch (PostgresException refused) { return refused.SqlState; }
    }

#pragma warning disable CA2100 // the tests' own texts
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100
}
