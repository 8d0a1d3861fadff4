using System.Collections.Concurrent;
using Integral.Platform.Audit;
using Integral.Platform.Modules;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Data;

/// <summary>The one place that opens units of work, on the engine this installation uses.</summary>
internal sealed class Databases(Provider provider, ModuleCatalog modules, Migrator migrations, Servers servers, SqliteFiles files, DataFolder folder, Unsealed unsealed, ILoggerFactory log)
{
    private static readonly WriteGuard Guard = new();
    private static readonly TenantConnection Naming = new();

    private readonly ConcurrentDictionary<string, DbContextOptions<Db>> tenantOptions = new();
    private readonly ConcurrentDictionary<string, DbContextOptions<HostDb>> hostOptions = new();

    public Provider Provider => provider;

    /// <exception cref="InvalidOperationException">Nobody brought the tenant's file to the running code's tables.</exception>
    public Db Open(Tenant tenant, Func<Trail> trail)
    {
        if (provider == Provider.Sqlite && tenant.Schema != migrations.Stamp)
            throw new InvalidOperationException($"The data of '{tenant.Path}' are of another version: every way into a tenant goes through TenantUpgrades.");
        return new(tenantOptions.GetOrAdd(tenant.Server, Options<Db>), modules, provider == Provider.Sqlite ? files.Lend(folder.Tenant(tenant.Id)) : PostgreSqlLease.Instance, tenant, trail, unsealed);
    }

    public HostDb OpenHost(Func<Trail> trail) =>
        new(hostOptions.GetOrAdd("", Options<HostDb>), provider == Provider.Sqlite ? files.Lend(folder.Host) : PostgreSqlLease.Instance, trail, unsealed);

    /// <summary>For the kernel's own work, which nobody signed in does.</summary>
    public HostDb OpenHost(string work, TimeProvider clock, Guid? tenant = null) => OpenHost(() => new(null, work, work, tenant, clock));

    /// <summary>
    /// The host's database through connections of their own, for what is written there while a tenant's connection is held: of many who
    /// hold one and wait for another of the same pool nobody would get on.
    /// </summary>
    public HostDb OpenHostApart(string work, TimeProvider clock) => provider == Provider.Sqlite ? OpenHost(work, clock)
        : new(hostOptions.GetOrAdd(Servers.Apart, Options<HostDb>), PostgreSqlLease.Instance, () => new(null, work, work, null, clock), unsealed);

    private DbContextOptions<T> Options<T>(string server) where T : DbContext
    {
        // A broken unique index is a rule's sentence, not an error to be logged; what isn't expected is logged where it ends.
        var options = new DbContextOptionsBuilder<T>().UseLoggerFactory(log).AddInterceptors(Guard).ConfigureWarnings(w => w.Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.NoEntityTypeConfigurationsWarning, LogLevel.Debug)));
        if (provider == Provider.Sqlite) return options.UseSqlite().Options;
        return options.UseNpgsql(servers[server]).AddInterceptors(Naming).Options;
    }
}
