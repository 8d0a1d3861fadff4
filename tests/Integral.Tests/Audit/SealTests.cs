using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Integral.Tests.Audit;

/// <summary>Who tampers with an audit trail is found out, by SQL as the owner of the database could write it.</summary>
public sealed class SealTests(District district) : IClassFixture<District>
{
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task What_is_saved_is_sealed_soon_and_verify_finds_nothing()
    {
        await using var other = new District();
        await other.InitializeAsync();
        await AddAsync("school-1", 3, other);
        await Until.TrueAsync(async () => await UnsealedAsync(other, "school-1") == 0, "it wasn't sealed");

        var said = await new Terminal(other).DoAsync("audit", "verify");
        Assert.Contains("/school-1: ", said);
        Assert.Contains("/centre: ", said);
        Assert.Equal(4 + 1, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_changed_entry_and_a_missing_one_are_told_and_the_rest_is_not_blamed()
    {
        var ids = await SealedAsync("school-2", 5);
        await AsOwnerAsync("school-2", $"UPDATE audit_entries SET \"Payload\" = '{{}}' WHERE \"Id\" = {Sql(ids[0])}");
        await AsOwnerAsync("school-2", $"UPDATE audit_entries SET \"Who\" = 'somebody else' WHERE \"Id\" = {Sql(ids[1])}");
        await AsOwnerAsync("school-2", $"DELETE FROM audit_entries WHERE \"Id\" = {Sql(ids[2])}");

        var told = await terminal.RunAsync("audit", "verify", "--tenant", "school-2");
        Assert.Equal(1, told.Code);
        Assert.Contains($"what the entry {ids[0]} says was changed", told.Error);
        Assert.Contains($"the entry {ids[1]} or its link was changed", told.Error);
        Assert.Contains($"the entry {ids[2]} is missing", told.Error);
        Assert.DoesNotContain($"{ids[3]}", told.Error);
        Assert.Contains("Faults: 3.", told.Output);
    }

    [Fact]
    public async Task A_payload_that_the_retention_rule_erased_is_no_fault()
    {
        var before = await terminal.DoAsync("audit", "verify", "--tenant", "/");
        var ids = await SealedAsync("", 2);
        await AsOwnerAsync("", $"UPDATE audit_entries SET \"Payload\" = NULL WHERE \"Id\" = {Sql(ids[0])}");
        Assert.Contains("Erased by retention: 0.", before);
        Assert.Contains("Erased by retention: 1. Faults: 0.", await terminal.DoAsync("audit", "verify", "--tenant", "/"));
    }

    [Fact]
    public async Task Links_that_were_cut_out_and_entries_that_were_put_in_are_told()
    {
        var ids = await SealedAsync("centre", 4);
        await AsOwnerAsync("centre", $"DELETE FROM audit_seals WHERE \"EntryId\" = {Sql(ids[1])}");
        await AsOwnerAsync("centre", $"DELETE FROM audit_entries WHERE \"Id\" = {Sql(ids[1])}");
        await AsOwnerAsync("centre", $"DELETE FROM audit_seals WHERE \"EntryId\" = {Sql(ids[3])}");
        await AsOwnerAsync("centre", $"UPDATE audit_entries SET \"At\" = '2020-01-01 00:00:00{(Engine.IsPostgreSql ? "+00" : "")}' WHERE \"Id\" = {Sql(ids[3])}");

        var told = await terminal.RunAsync("audit", "verify", "--tenant", "centre");
        Assert.Equal(1, told.Code);
        Assert.Contains("are missing", told.Error);
        Assert.Contains($"The entry {ids[3]} isn't sealed", told.Error);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_sealed_with_the_first_entries_after_a_start_or_at_night()
    {
        await using var other = new District();
        await other.InitializeAsync();
        var sealer = other.Services.GetRequiredService<AuditSealer>();
        await sealer.StopAsync(default);

        await AddAsync("school-1", 2, other);
        other.Services.GetRequiredService<Unsealed>().Take();       // as if the process ended here
        await AddAsync("school-1", 1, other);
        await ActivatorUtilities.CreateInstance<AuditSealer>(other.Services).SealMarkedAsync(looksBack: true, default);      // a process that has just started
        Assert.Equal(0, await UnsealedAsync(other, "school-1"));

        await AddAsync("school-2", 2, other);
        other.Services.GetRequiredService<Unsealed>().Take();
        await other.InHostAsync(host => { host.Add(AuditEntry.Of(new(null, "x", "x", null, TimeProvider.System), "Tried", "Test", "1", "{}")); return host.SaveChangesAsync(); });
        other.Services.GetRequiredService<Unsealed>().Take();
        await other.Services.GetServices<IHostJob>().Single(j => j.Name == "seal-audit").RunAsync(default);
        Assert.Equal(0, await UnsealedAsync(other, "school-2"));
        Assert.False(await other.InHostAsync(host => host.Audit.AnyAsync(e => !host.Set<AuditSeal>().Any(s => s.EntryId == e.Id))));
    }

    [Fact]
    public async Task Two_who_seal_at_once_leave_one_chain()
    {
        await using var other = new District();
        await other.InitializeAsync();
        var sealer = other.Services.GetRequiredService<AuditSealer>();
        await sealer.StopAsync(default);
        for (var round = 0; round < 5; round++)
        {
            await AddAsync("school-1", 4, other);
            var unsealed = other.Services.GetRequiredService<Unsealed>();
            var both = Enumerable.Range(0, 2).Select(async _ => { unsealed.Add(other.Tenant("school-1").Id, Guid.Empty); await sealer.SealMarkedAsync(looksBack: false, default); });
            await Task.WhenAll(both);
            await sealer.SealMarkedAsync(looksBack: false, default);      // whoever was refused looks again
        }
        Assert.Equal(0, await UnsealedAsync(other, "school-1"));
        Assert.Contains("Faults: 0.", await new Terminal(other).DoAsync("audit", "verify", "--tenant", "school-1"));
    }

    [Fact]
    public async Task What_a_long_transaction_commits_late_is_sealed_though_much_was_sealed_meanwhile()
    {
        await using var other = new District();
        await other.InitializeAsync();
        var sealer = other.Services.GetRequiredService<AuditSealer>();
        await sealer.StopAsync(default);
        await AddAsync("school-1", 3, other);
        await sealer.SealMarkedAsync(looksBack: true, default);

        await other.InDbAsync("school-1", db =>
        {
            var early = db.Add(AuditEntry.Of(new(null, "tester", "tests", null, TimeProvider.System), "Tried", "Test", "early", "{}"));
            early.Property(e => e.Id).CurrentValue = Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddHours(-1));
            db.Add(AuditEntry.Of(new(null, "tester", "tests", null, TimeProvider.System), "Tried", "Test", "late", "{}"));
            return db.SaveChangesAsync();
        });
        await AddAsync("school-1", 3, other);
        await sealer.SealMarkedAsync(looksBack: true, default);
        Assert.Equal(0, await UnsealedAsync(other, "school-1"));
        Assert.Contains("Faults: 0.", await new Terminal(other).DoAsync("audit", "verify", "--tenant", "school-1"));
    }

    [Fact]
    public async Task A_rush_is_looked_through_once_and_not_with_every_entry_after_it()
    {
        await using var other = new District();
        await other.InitializeAsync();
        var sealer = other.Services.GetRequiredService<AuditSealer>();
        await sealer.StopAsync(default);
        await AddAsync("school-1", 1, other);
        await sealer.SealMarkedAsync(looksBack: true, default);
        await AddAsync("school-1", 1200, other);
        await sealer.SealMarkedAsync(looksBack: true, default);     // in three portions

        using var looks = new SealerLooks(Engine.IsPostgreSql ? other.Database : $"{other.Tenant("school-1").Id}");
        await AddAsync("school-1", 2, other);
        await sealer.SealMarkedAsync(looksBack: true, default);
        var since = Assert.Single(looks.Seen);
        Assert.Equal(2, await other.InDbAsync("school-1", db => db.Set<AuditEntry>().CountAsync(e => e.Id >= since)));
        Assert.Equal(0, await UnsealedAsync(other, "school-1"));
    }

    private static Task<int> UnsealedAsync(District where, string tenant) =>
        where.InDbAsync(tenant, db => db.Set<AuditEntry>().CountAsync(e => !db.Set<AuditSeal>().Any(s => s.EntryId == e.Id)));

    private async Task<List<Guid>> SealedAsync(string tenant, int count)
    {
        var sealer = district.Services.GetRequiredService<AuditSealer>();
        await sealer.StopAsync(default);        // it would seal what a test unseals
        var ids = await AddAsync(tenant, count);
        await sealer.SealAsync(district.Tenant(tenant), since: null, default);
        return ids;
    }

    private Task<List<Guid>> AddAsync(string tenant, int count, District? where = null) => (where ?? district).InDbAsync(tenant, async db =>
    {
        var entries = Enumerable.Range(0, count).Select(i => AuditEntry.Of(new(null, "tester", "tests", null, TimeProvider.System), "Tried", "Test", $"{i}", Json.Write(new { i }))).ToList();
        db.AddRange(entries);
        await db.SaveChangesAsync();
        return entries.Select(e => e.Id).OrderBy(id => $"{id}", StringComparer.Ordinal).ToList();     // the chain's order: of one millisecond ids are in none
    });

    private static string Sql(Guid id) => Engine.IsPostgreSql ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";

    private async Task AsOwnerAsync(string tenant, string sql)
    {
        var changed = Engine.IsPostgreSql ? await OnPostgreSqlAsync(district.Tenant(tenant).Id, sql) : OnSqlite(Path.Combine(district.Folder, "tenants", $"{district.Tenant(tenant).Id}.db"), sql);
        Assert.Equal(1, changed);
    }

#pragma warning disable CA2100 // the tests' own texts
    private async Task<int> OnPostgreSqlAsync(Guid tenant, string sql)
    {
        await using var owner = new NpgsqlConnection(Engine.As("integral_owner", district.Database));
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT set_config('app.tenant', '{tenant}', false)", owner);
        await command.ExecuteNonQueryAsync();
        await using var change = new NpgsqlCommand(sql, owner);
        return await change.ExecuteNonQueryAsync();
    }

    private static int OnSqlite(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
