using System.Security.Cryptography;
using System.Text;
using Integral.Platform.Jobs;
using Integral.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integral.Platform.Data;

/// <summary>Brings databases to the running code's tables (design, decision 7).</summary>
internal sealed class Migrator(Provider provider, ModuleCatalog modules, Servers servers, DataFolder folder) : IDisposable
{
    private readonly SemaphoreSlim template = new(1, 1);

    /// <summary>Names the set of migrations of the running code; a tenant's file that carries another one has migrations to come.</summary>
    public string Stamp { get; } = StampOf(provider, modules);

    /// <summary>
    /// The names of each module's migrations, in order, without the moments of their making: the same on both engines, so that either can tell
    /// whether data of the other are older or newer.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Levels { get; } = LevelsOf(provider, modules);

    /// <summary>The host's tables, and on PostgreSQL everyone's. On SQLite each tenant's file is brought up when it is first touched.</summary>
    public async Task PrepareAsync(IEnumerable<string> serverNames, CancellationToken cancel = default)
    {
        if (provider == Provider.Sqlite)
        {
            await KeepFormerHostAsync(cancel);
            await MigrateAsync(provider.HostSchema(), ConnectionTo(folder.Host), cancel);
            await TemplateAsync(cancel);
            return;
        }
        foreach (var server in serverNames) await PrepareServerAsync(server, cancel);
    }

    /// <summary>Makes a new tenant's file: a copy of the template, under the given name.</summary>
    public async Task CopyTemplateAsync(string to, CancellationToken cancel = default)
    {
        File.Copy(await TemplateAsync(cancel), to);
        Disk.Flush(to);
    }

    /// <summary>Whether an SQLite file has had all migrations already.</summary>
    public async Task<bool> IsUpgradedAsync(string file, CancellationToken cancel)
    {
        foreach (var module in modules) if (await PendingAsync(Provider.Sqlite.SchemaOf(module), file, cancel) is not []) return false;
        return true;
    }

    /// <summary>Runs what is pending in an SQLite file, on either engine: data of a former version are upgraded in one before they are anybody's.</summary>
    public async Task UpgradeAsync(string file, CancellationToken cancel)
    {
        foreach (var module in modules) await MigrateAsync(Provider.Sqlite.SchemaOf(module), ConnectionTo(file), cancel);
    }

    /// <summary>Makes an SQLite file with the tables of a former version.</summary>
    public async Task MakeFormerAsync(string file, IReadOnlyDictionary<string, IReadOnlyList<string>> levels, CancellationToken cancel)
    {
        foreach (var module in modules)
            if (levels.TryGetValue(module.Name, out var level) && level is [.., var last]) await MigrateAsync(Provider.Sqlite.SchemaOf(module), ConnectionTo(file), cancel, last);
    }

    // Named by the migration it had last, so that a start after one that was killed half-way doesn't take the place of the first copy.
    private async Task KeepFormerHostAsync(CancellationToken cancel)
    {
        if (!File.Exists(folder.Host) || await PendingAsync(provider.HostSchema(), folder.Host, cancel) is []) return;
        await using var schema = provider.HostSchema();
        schema.Database.SetConnectionString(ConnectionTo(folder.Host));
        if (await schema.Database.GetAppliedMigrationsAsync(cancel) is not ICollection<string> { Count: > 0 } had) return;
        var kept = Path.Combine(Directory.CreateDirectory(folder.Former).FullName, $"host-{had.Last()}.db");
        if (File.Exists(kept)) return;
        var unfinished = Path.Combine(folder.Temporary, $"{Guid.NewGuid():N}.db");
        await using (var from = SqliteFile.Open(folder.Host)) await SqliteCopy.MakeAsync(from, unfinished, cancel);
        File.Move(unfinished, kept);
        Disk.Flush(kept);
    }

    private static async Task<IReadOnlyList<string>> PendingAsync(DbContext? schema, string file, CancellationToken cancel)
    {
        if (schema is null) return [];
        await using (schema)
        {
            schema.Database.SetConnectionString(ConnectionTo(file));
            return [.. await schema.Database.GetPendingMigrationsAsync(cancel)];
        }
    }

    private async Task<string> TemplateAsync(CancellationToken cancel)
    {
        var path = Path.Combine(folder.Templates, $"{Stamp}.db");
        if (File.Exists(path)) return path;
        await template.WaitAsync(cancel);
        try
        {
            if (File.Exists(path)) return path;
            var unfinished = Path.Combine(folder.Temporary, $"{Guid.NewGuid():N}.db");
            foreach (var module in modules) await MigrateAsync(provider.SchemaOf(module), ConnectionTo(unfinished), cancel);
            Disk.Flush(unfinished);
            File.Move(unfinished, path, overwrite: true);
            return path;
        }
        finally { template.Release(); }
    }

    // Only one node migrates a server's database; the others wait for its lock and then find nothing to do.
    private async Task PrepareServerAsync(string server, CancellationToken cancel)
    {
        await using var holding = new NpgsqlConnection(servers.Owner(server));
        await holding.OpenAsync(cancel);
        await using (var take = new NpgsqlCommand("SELECT pg_advisory_lock(4910)", holding)) await take.ExecuteNonQueryAsync(cancel);

        if (server.Length == 0)
        {
            await MigrateAsync(provider.HostSchema(), holding, cancel);
            await Timetable.CreateTablesAsync(holding, cancel);
        }
        foreach (var module in modules) await MigrateAsync(provider.SchemaOf(module), holding, cancel);
        await PostgreSqlRights.GrantAsync(holding, servers[server].ConnectionString, cancel);
        await PostgreSqlRights.AuditAsync(servers[server], cancel);
    }

    private async Task MigrateAsync(DbContext? schema, string connection, CancellationToken cancel, string? upTo = null)
    {
        if (schema is null) return;
        await using (schema)
        {
            schema.Database.SetConnectionString(connection);
            if (upTo is null && !(await schema.Database.GetPendingMigrationsAsync(cancel)).Any()) return;
            using var alone = await UpgradeLock.TakeAsync(folder.Upgrading, schema.Database.GetDbConnection().DataSource, cancel);
            await schema.Database.MigrateAsync(upTo, cancel);
        }
    }

    // Through the connection that holds the lock: none is opened for each module where mostly nothing is pending.
    private static async Task MigrateAsync(DbContext? schema, NpgsqlConnection owner, CancellationToken cancel)
    {
        if (schema is null) return;
        await using (schema)
        {
            schema.Database.SetDbConnection(owner);
            if ((await schema.Database.GetPendingMigrationsAsync(cancel)).Any()) await schema.Database.MigrateAsync(cancel);
        }
    }

    public void Dispose() => template.Dispose();

    private static string ConnectionTo(string file) => $"Data Source={file};Pooling=False;Foreign Keys=True";

    private static Dictionary<string, IReadOnlyList<string>> LevelsOf(Provider provider, ModuleCatalog modules)
    {
        var levels = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var module in modules)
        {
            using var schema = provider.SchemaOf(module);
            if (schema is not null) levels[module.Name] = [.. schema.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])];
        }
        return levels;
    }

    private static string StampOf(Provider provider, ModuleCatalog modules)
    {
        var ids = modules.Select(provider.SchemaOf).OfType<DbContext>().SelectMany(schema => { using (schema) return schema.Database.GetMigrations().ToList(); });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))))[..16];
    }
}
