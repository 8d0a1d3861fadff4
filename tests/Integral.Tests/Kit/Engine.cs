using Npgsql;

namespace Integral.Tests.Kit;

/// <summary>The database engine that this run of the tests uses: SQLite, or PostgreSQL when TEST_POSTGRES names a server.</summary>
internal static class Engine
{
    /// <summary>A superuser's connection without a database, such as <c>Host=127.0.0.1;Port=5433;Username=postgres</c>.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static bool IsPostgreSql => Server is not null;

    public static Dictionary<string, string?> Settings(string name, string folder) => new()
    {
        ["Integral:DataPath"] = folder,
        ["Integral:Demo"] = "true",
        ["Integral:Security:HashIterations"] = "1000",
        ["Integral:Database:Provider"] = IsPostgreSql ? "PostgreSql" : "Sqlite",
        ["Integral:Database:ConnectionString"] = IsPostgreSql ? As("integral_app", name) : null,
        ["Integral:Database:OwnerConnectionString"] = IsPostgreSql ? As("integral_owner", name) : null,
    };

    /// <summary>Makes a database, from another one if it is named.</summary>
    public static async Task CreateAsync(string name, string? from = null)
    {
        await RolesAsync();
        await RunAsync("postgres", from is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {from}");
        if (from is not null) return;
        await RunAsync(name, """
            REVOKE ALL ON SCHEMA public FROM public; GRANT USAGE ON SCHEMA public TO integral_app; GRANT ALL ON SCHEMA public TO integral_owner;
            CREATE SCHEMA host AUTHORIZATION integral_owner;
            """);
    }

    public static async Task DropAsync(string name)
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync("postgres", $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static Task RolesAsync() => RunAsync("postgres", """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'integral_owner') THEN CREATE ROLE integral_owner LOGIN; END IF;
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'integral_app') THEN CREATE ROLE integral_app LOGIN; END IF;
        END $$;
        """);

    public static async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database={database};Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // the tests' own texts
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> CountAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database={database};Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // the tests' own texts
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The connection of one of our roles to a database.</summary>
    public static string As(string role, string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Username = role, Database = database, MaxPoolSize = 20 }.ToString();
}
