using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integral.Tests.Tenancy;

/// <summary>The demo in a database of the version before this one.</summary>
public sealed class FormerDatabase : District
{
    internal string Owner => Engine.As("integral_owner", Database);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var schema = Provider.PostgreSql.SchemaOf(new PlatformModule())!;
        schema.Database.SetConnectionString(Owner);
        await schema.Database.MigrateAsync(schema.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_Search", StringComparison.Ordinal)).Last());
    }

    internal Task<long> OfferTablesAsync() => Engine.CountAsync(Database, "SELECT count(*) FROM pg_tables WHERE tablename = 'search_documents' AND schemaname = 'public' AND tableowner = 'integral_owner'");
}

/// <summary>On PostgreSQL one node upgrades the whole database before any is ready.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class UpgradePostgreSqlTests
{
    [Fact]
    public async Task Two_nodes_that_start_at_once_wait_for_the_lock_and_upgrade_once_as_the_owner()
    {
        await using var district = new FormerDatabase();
        await district.InitializeAsync();
        Assert.Equal(0, await district.OfferTablesAsync());
        await using var neighbour = new Neighbour(district, new());
        await using var third = new NpgsqlConnection(district.Owner);
        await third.OpenAsync();
        await RunAsync(third, "SELECT pg_advisory_lock(4910)");

        var starts = Task.WhenAll(Task.Run(() => district.CreateClient().Dispose()), Task.Run(() => neighbour.CreateClient().Dispose()));
        await Until.TrueAsync(async () => await Engine.CountAsync(district.Database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 2, "they don't wait for a third that is upgrading");
        Assert.False(starts.IsCompleted);
        Assert.Equal(0, await district.OfferTablesAsync());
        await RunAsync(third, "SELECT pg_advisory_unlock(4910)");
        await starts;

        Assert.Equal(1, await district.OfferTablesAsync());
        Assert.Equal("ready", await district.Visitor().ReadAsync("/health/ready"));
        Assert.Equal("ready", await neighbour.CreateClient().GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task A_verb_beside_a_running_server_used_to_wait_for_the_tables_of_jobs_and_they_for_it()
    {
        await using var district = new FormerDatabase();
        await district.InitializeAsync();
        await using NpgsqlConnection server = new(district.Owner), verb = new(district.Owner);
        await server.OpenAsync();
        await verb.OpenAsync();
        await using var working = await server.BeginTransactionAsync();
        await RunAsync(server, "LOCK TABLE host.qrtz_triggers IN ROW EXCLUSIVE MODE");     // as its scheduler does with each job
        await RunAsync(verb, "SET lock_timeout = '2s'");
        await Timetable.CreateTablesAsync(verb, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_database_that_can_not_be_upgraded_is_not_served_and_nothing_of_it_is_half_done()
    {
        await using var district = new FormerDatabase();
        await district.InitializeAsync();
        await using var owner = new NpgsqlConnection(district.Owner);
        await owner.OpenAsync();
        await RunAsync(owner, "CREATE TABLE search_documents (something text)");
        (string, string)[] settings = [("Integral__Database__ConnectionString", Engine.As("integral_app", district.Database)), ("Integral__Database__OwnerConnectionString", district.Owner)];

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => HostProcess.StartAsync(district.Folder, settings));
        Assert.Contains("can't be brought to this version, so nothing is served", refused.Message, StringComparison.Ordinal);
        await RunAsync(owner, "DROP TABLE search_documents");
        await using var mended = await HostProcess.StartAsync(district.Folder, settings);
        Assert.Equal(1, await district.OfferTablesAsync());
    }

#pragma warning disable CA2100 // the tests' own texts
    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100
}
