using Integral.Platform.Data;
using Integral.Tests.Kit;
using Npgsql;

namespace Integral.Tests.Data;

/// <summary>The gate finds each way in which PostgreSQL would let one institution see another, and then nothing is served.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class GateTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_database_as_the_migrations_made_it_has_no_fault() => Assert.Equal("", await FaultsAsync("integral_app"));

    [Theory]
    [InlineData("CREATE TABLE notes_of_all (id int PRIMARY KEY)", "DROP TABLE notes_of_all", "row security not enabled")]
    [InlineData("ALTER TABLE people NO FORCE ROW LEVEL SECURITY", "ALTER TABLE people FORCE ROW LEVEL SECURITY", "people: row security not enabled and forced")]
    [InlineData("ALTER TABLE people DISABLE ROW LEVEL SECURITY", "ALTER TABLE people ENABLE ROW LEVEL SECURITY", "people: row security not enabled and forced")]
    [InlineData("CREATE POLICY everyone ON people USING (true)", "DROP POLICY everyone ON people", "the policy \"everyone\" opens it")]
    [InlineData("ALTER POLICY migration ON people TO public", "ALTER POLICY migration ON people TO integral_owner", "the policy \"migration\" opens it")]
    [InlineData("ALTER POLICY migration ON people USING (true)", "ALTER POLICY migration ON people USING (current_setting('app.migrating', true) = 'on')", "the policy \"migration\" opens it")]
    [InlineData("ALTER POLICY tenant ON people USING (tenant_id = COALESCE(NULLIF(current_setting('app.tenant', true), '')::uuid, tenant_id))",
        "ALTER POLICY tenant ON people USING (tenant_id = NULLIF(current_setting('app.tenant', true), '')::uuid)", "people: not exactly the tenant policy")]
    [InlineData("CREATE INDEX of_all ON people (\"SortName\")", "DROP INDEX of_all", "of_all: index not led by tenant_id")]
    [InlineData("ALTER TABLE content_versions ADD CONSTRAINT of_all FOREIGN KEY (\"ItemId\", tenant_id) REFERENCES content_items (\"Id\", tenant_id)",
        "ALTER TABLE content_versions DROP CONSTRAINT of_all", "of_all: foreign key not led by tenant_id")]
    [InlineData("CREATE VIEW all_people AS SELECT * FROM people", "DROP VIEW all_people", "all_people: view without security_invoker")]
    [InlineData("CREATE MATERIALIZED VIEW all_people AS SELECT * FROM people", "DROP MATERIALIZED VIEW all_people", "all_people: materialized view")]
    [InlineData("GRANT TRUNCATE ON people TO integral_app", "REVOKE TRUNCATE ON people FROM integral_app", "people: the application role may do more")]
    [InlineData("GRANT UPDATE ON audit_entries TO integral_app", "REVOKE UPDATE ON audit_entries FROM integral_app", "audit_entries: the application role may change the audit trail")]
    [InlineData("GRANT DELETE ON host.host_audit_entries TO integral_app", "REVOKE DELETE ON host.host_audit_entries FROM integral_app", "the application role may change the audit trail")]
    [InlineData("GRANT CREATE ON SCHEMA public TO integral_app", "REVOKE CREATE ON SCHEMA public FROM integral_app", "public: the application role may create tables")]
    public async Task The_gate_finds(string sabotage, string repair, string fault)
    {
        await Engine.RunAsync(district.Database, sabotage);
        try
        {
            Assert.Contains(fault, await FaultsAsync("integral_app"), StringComparison.Ordinal);
        }
        finally { await Engine.RunAsync(district.Database, repair); }
        Assert.Equal("", await FaultsAsync("integral_app"));
    }

    [Theory, InlineData("LOGIN BYPASSRLS", ""), InlineData("LOGIN SUPERUSER", ""), InlineData("LOGIN", "GRANT integral_owner TO {0}")]
    public async Task A_role_that_passes_by_row_security_is_found(string options, string grant)
    {
        // Another role than the real one: roles are common to all databases, and other tests are running.
        var role = $"other_app_{Guid.NewGuid():N}";
        await Engine.RunAsync(district.Database, $"CREATE ROLE {role} {options}; GRANT USAGE ON SCHEMA public TO {role}; {string.Format(System.Globalization.CultureInfo.InvariantCulture, grant, role)}");
        try
        {
            Assert.Contains($"{role}: the application role can bypass row security", await FaultsAsync(role), StringComparison.Ordinal);
        }
        finally { await Engine.RunAsync(district.Database, $"DROP OWNED BY {role}; DROP ROLE {role}"); }
    }

    private async Task<string> FaultsAsync(string role)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Engine.As(role, district.Database)) { Pooling = false }.ToString());
        try
        {
            await PostgreSqlRights.AuditAsync(source, default);
            return "";
        }
        catch (InvalidOperationException found) { return found.Message; }
    }
}

/// <summary>A demo whose database somebody has opened.</summary>
public sealed class OpenedDatabase : District
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (Engine.IsPostgreSql) await Engine.RunAsync(Database, "CREATE POLICY everyone ON people USING (true)");
    }
}

[Trait("Engine", "PostgreSql")]
public sealed class OpenedDatabaseTests(OpenedDatabase district) : IClassFixture<OpenedDatabase>
{
    [Fact]
    public void A_database_that_does_not_keep_tenants_apart_is_not_served()
    {
        var refused = Assert.ThrowsAny<Exception>(() => district.CreateClient());
        Assert.Contains("doesn't keep tenants apart", refused.ToString(), StringComparison.Ordinal);
    }
}
