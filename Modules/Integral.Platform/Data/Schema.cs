using Integral.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Integral.Platform.Data;

/// <summary>
/// One module's tables, for migrations only. Tables of the modules it depends on are in the model,
/// so foreign keys work, but never in the migration. See docs/adr/0003-one-db-many-migrations.md.
/// </summary>
public abstract class Schema<TModule> : DbContext where TModule : IntegralModule, new()
{
    protected static TModule Module { get; } = new();
    protected static string History => $"__migrations_{Module.Name.ToLowerInvariant()}";

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.UseHouseTypes();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyModules(new ModuleCatalog(Module));
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !IsOurs(e)))
            entity.SetIsTableExcludedFromMigrations(true);
    }

    // A many-to-many join is a Dictionary of the framework's assembly: it belongs to the module when one of its ends does.
    private static bool IsOurs(IMutableEntityType e) => e.ClrType.Assembly == Module.Assembly ||
        e.HasSharedClrType && e.GetForeignKeys().Any(f => f.PrincipalEntityType.ClrType.Assembly == Module.Assembly);
}

public abstract class SqliteSchema<TModule> : Schema<TModule> where TModule : IntegralModule, new()
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) =>
        options.UseSqlite(sqlite => sqlite.MigrationsHistoryTable(History));
}

public abstract class PostgreSqlSchema<TModule> : Schema<TModule> where TModule : IntegralModule, new()
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options
        .UseNpgsql(npgsql => npgsql.MigrationsHistoryTable(History))
        .ReplaceService<IMigrationsSqlGenerator, TenantSqlGenerator>();
}

/// <summary>The host's tables, for migrations only. They know no tenant column: they are what tenants are found by.</summary>
internal sealed class SqliteHostSchema() : HostDb(new DbContextOptionsBuilder<HostDb>()
    .UseSqlite(sqlite => sqlite.MigrationsHistoryTable("__migrations_host")).Options);

internal sealed class PostgreSqlHostSchema() : HostDb(new DbContextOptionsBuilder<HostDb>()
    .UseNpgsql(npgsql => npgsql.MigrationsHistoryTable("__migrations_host", Schema)).Options);
