using Integral.People.Contracts;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integral.Tests.Data;

/// <summary>What the application's role can't do on PostgreSQL, tried with SQL of its own: a forgotten filter or a wrong id reaches nobody else's rows.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class RowSecurityTests(District district) : IClassFixture<District>
{
    private Guid A => district.Tenant("school-1").Id;
    private Guid B => district.Tenant("school-2").Id;

    [Fact]
    public async Task Without_a_tenant_nothing_is_seen_and_nothing_written()
    {
        await using var app = await AsAsync(null);
        foreach (var table in await TablesAsync())
        {
            Assert.Equal(0, await app.CountAsync($"SELECT count(*) FROM {table}"));
            Assert.Equal("42501", await app.RefusalAsync($"INSERT INTO {table} (tenant_id) VALUES ('{A}')") is "23502" or "42501" ? "42501" : "written");
        }
        Assert.Equal("42501", await app.RefusalAsync($"INSERT INTO settings (tenant_id, \"Name\", \"Value\") VALUES ('{A}', 'x', '1')"));
    }

    [Fact]
    public async Task With_one_tenant_the_rows_of_another_are_not_there()
    {
        await using var app = await AsAsync(A);
        var seen = 0L;
        foreach (var table in await TablesAsync())
        {
            seen += await app.CountAsync($"SELECT count(*) FROM {table}");
            Assert.Equal(0, await app.CountAsync($"SELECT count(*) FROM {table} WHERE tenant_id <> '{A}'"));
            if (table is "audit_entries" or "audit_seals") continue;
            Assert.Equal(0, await app.ChangedAsync($"UPDATE {table} SET tenant_id = tenant_id WHERE tenant_id = '{B}'"));
            Assert.Equal(0, await app.ChangedAsync($"DELETE FROM {table} WHERE tenant_id = '{B}'"));
        }
        Assert.NotEqual(0, seen);
    }

    [Fact]
    public async Task Nothing_is_written_for_another_tenant_and_no_row_given_to_it()
    {
        await using var app = await AsAsync(A);
        Assert.Equal("42501", await app.RefusalAsync($"INSERT INTO settings (tenant_id, \"Name\", \"Value\") VALUES ('{B}', 'planted', '1')"));
        var tried = 0;
        foreach (var table in await TablesAsync())
        {
            if (await app.CountAsync($"SELECT count(*) FROM {table}") == 0) continue;
            tried++;
            Assert.Equal("42501", await app.RefusalAsync($"UPDATE {table} SET tenant_id = '{B}'"));
        }
        Assert.True(tried > 3, $"only {tried} tables had rows");
    }

    [Theory]
    [InlineData("ALTER TABLE people DISABLE ROW LEVEL SECURITY"), InlineData("ALTER TABLE people NO FORCE ROW LEVEL SECURITY"), InlineData("DROP POLICY tenant ON people")]
    [InlineData("CREATE POLICY everyone ON people USING (true)"), InlineData("ALTER POLICY tenant ON people USING (true)"), InlineData("TRUNCATE people"), InlineData("TRUNCATE audit_entries")]
    [InlineData("DROP TABLE people"), InlineData("ALTER TABLE people ADD COLUMN x int"), InlineData("CREATE TABLE public.mine (id int)"), InlineData("CREATE TABLE host.mine (id int)")]
    [InlineData("CREATE VIEW public.mine AS SELECT 1"), InlineData("SET ROLE integral_owner"), InlineData("SET session_replication_role = replica"), InlineData("ALTER ROLE integral_app BYPASSRLS")]
    [InlineData("UPDATE audit_seals SET \"Link\" = ''"), InlineData("DELETE FROM audit_seals"), InlineData("DELETE FROM host.host_audit_seals"), InlineData("UPDATE audit_entries SET \"Who\" = 'nobody'"), InlineData("DELETE FROM audit_entries"), InlineData("UPDATE host.host_audit_entries SET \"Who\" = 'nobody'"), InlineData("DELETE FROM host.host_audit_entries")]
    [InlineData("SELECT * FROM __migrations_people"), InlineData("DELETE FROM __migrations_platform"), InlineData("SELECT * FROM host.__migrations_host"), InlineData("TRUNCATE host.accounts"), InlineData("COPY people TO PROGRAM 'cat'")]
    public async Task The_applications_role_can_not(string sql)
    {
        await using var app = await AsAsync(A);
        Assert.Contains(await app.RefusalAsync(sql), new[] { "42501", "42P01" });     // not allowed, or not even to be seen
    }

    [Fact]
    public async Task Neither_the_migrations_door_nor_switching_row_security_off_shows_more()
    {
        await using var app = await AsAsync(A);
        await app.ChangedAsync("SET app.migrating = 'on'");
        Assert.Equal(0, await app.CountAsync($"SELECT count(*) FROM content_items WHERE tenant_id = '{B}'"));
        await app.ChangedAsync("SET row_security = off");
        Assert.Equal("42501", await app.RefusalAsync("SELECT * FROM content_items"));
    }

    [Fact]
    public async Task In_the_hosts_schema_it_reads_and_writes_rows_and_only_adds_to_the_trail()
    {
        await using var app = await AsAsync(null);
        var tables = await app.TextsAsync("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'host' AND c.relkind = 'r'");
        foreach (var table in tables)
        {
            var expected = table.StartsWith("__migrations", StringComparison.Ordinal) ? "" : table is "host_audit_entries" or "host_audit_seals" ? "SELECT INSERT" : "SELECT INSERT UPDATE DELETE";
            var may = new[] { "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER" };
            var has = new List<string>();
            foreach (var right in may) if (await app.CountAsync($"SELECT count(*) FROM (SELECT 1 WHERE has_table_privilege('host.{table}', '{right}')) x") == 1) has.Add(right);
            Assert.Equal($"{table}: {expected}", $"{table}: {string.Join(' ', has)}");
        }
        Assert.Contains("accounts", tables);
    }

    [Fact]
    public async Task A_pooled_connection_carries_no_former_tenant()
    {
        await using var pool = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(Engine.As("integral_app", district.Database)) { MaxPoolSize = 1 }.ToString()).Build();
        int backend;
        await using (var first = await pool.OpenConnectionAsync())
        {
            await first.BeAsync(A);
            backend = first.ProcessID;
            Assert.NotEqual(0, await first.CountAsync("SELECT count(*) FROM content_items"));
        }
        await using var second = await pool.OpenConnectionAsync();
        Assert.Equal(backend, second.ProcessID);
        Assert.Equal(0, await second.CountAsync("SELECT count(*) FROM content_items"));
        Assert.Equal(0, await second.CountAsync("SELECT count(*) FROM (SELECT 1 WHERE coalesce(current_setting('app.tenant', true), '') <> '') x"));
    }

    [Fact]
    public async Task Thousands_of_reads_of_two_tenants_at_once_make_no_mistake()
    {
        foreach (var path in new[] { "school-1", "school-2" })
            await district.InDbAsync(path, async db => { db.AddRange(Enumerable.Range(0, 20).Select(i => new Person(new(path, $"{i}", null), "ru"))); return await db.SaveChangesAsync(); });
        var mistakes = 0;

        await Parallel.ForAsync(0, 4000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) =>
        {
            var path = Random.Shared.Next(2) == 0 ? "school-1" : "school-2";
            var names = await district.InDbAsync(path, db => db.Set<Person>().AsNoTracking().Where(p => p.FamilyName.StartsWith("school-")).Select(p => p.FamilyName).ToListAsync());
            if (names.Count != 20 || names.Any(n => n != path)) Interlocked.Increment(ref mistakes);
        });

        Assert.Equal(0, mistakes);
    }

    private async Task<List<string>> TablesAsync()
    {
        await using var app = await AsAsync(null);
        var tables = await app.TextsAsync("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE '\\_\\_migrations%'");
        Assert.True(tables.Count > 5);
        return tables;
    }

    private Task<NpgsqlConnection> AsAsync(Guid? tenant) => RawSql.OpenAsync(district, tenant);
}
