using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Integral.Platform.Data;

/// <summary>One pool a database server. Tenants of one server share it; a tenant's catalogue row names its server, "" is the default one.</summary>
internal sealed class Servers(IConfiguration configuration) : IAsyncDisposable
{
    private const int KeptPlans = 100, ConnectionsApart = 8;

    /// <summary>Names a second, small pool of the default server; see <see cref="Databases.OpenHostApart"/>. No setting can be called so.</summary>
    public const string Apart = ":";

    private readonly ConcurrentDictionary<string, Lazy<NpgsqlDataSource>> sources = new();

    /// <summary>The servers that tenants can be placed on besides the default one, as the settings spell them. On SQLite there is none.</summary>
    public IReadOnlyList<string> Names { get; } = Provider.Named(configuration["Integral:Database:Provider"]) == Provider.PostgreSql
        ? [.. configuration.GetSection("Integral:Database:Servers").GetChildren().Select(s => s.Key)] : [];

    public NpgsqlDataSource this[string server] =>
        sources.GetOrAdd(server, s => new(() => new NpgsqlDataSourceBuilder(s == Apart ? Few() : Checked(Setting(s, "ConnectionString"))).Build())).Value;

    /// <summary>The owner's connection, for migrations and removal only.</summary>
    public string Owner(string server) => new NpgsqlConnectionStringBuilder(Setting(server, "OwnerConnectionString")) { Options = "-c app.migrating=on", Pooling = false }.ToString();

    private string Few() => new NpgsqlConnectionStringBuilder(Checked(Setting("", "ConnectionString"))) { MaxPoolSize = ConnectionsApart, MinPoolSize = 0 }.ToString();

    private string Setting(string server, string name)
    {
        var key = server.Length == 0 ? $"Integral:Database:{name}" : $"Integral:Database:Servers:{server}:{name}";
        return configuration[key] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{key} is not set. PostgreSQL needs it.");
    }

    private static string Checked(string connection)
    {
        var parsed = new NpgsqlConnectionStringBuilder(connection);
        // With it the next user of a pooled connection would still be the former tenant.
        if (parsed.NoResetOnClose) throw new InvalidOperationException("'No Reset On Close' lets one tenant see another's rows. Remove it from the connection string.");
        // Planning a page's statements under row security costs the server more than running them; each connection keeps the plans of those it runs often.
        if (parsed.MaxAutoPrepare == 0) parsed.MaxAutoPrepare = KeptPlans;
        return parsed.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values.Where(s => s.IsValueCreated)) await source.Value.DisposeAsync();
    }
}
