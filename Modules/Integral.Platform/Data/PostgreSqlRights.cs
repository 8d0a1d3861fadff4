using Npgsql;

namespace Integral.Platform.Data;

/// <summary>What the application's database role may do, and the proof that it may no more (postgresql-tenancy: the gate).</summary>
internal static partial class PostgreSqlRights
{
    /// <summary>Never TRUNCATE, which passes by row security; an audit trail is only added to.</summary>
    public static async Task GrantAsync(NpgsqlConnection owner, string application, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("""
            SELECT set_config('app.role', $1, false);
            """, owner);
        command.Parameters.Add(new NpgsqlParameter { Value = new NpgsqlConnectionStringBuilder(application).Username });
        await command.ExecuteNonQueryAsync(cancel);

        await using var grants = new NpgsqlCommand("""
            DO $$
            DECLARE app text := current_setting('app.role'); space text; history regclass; trail regclass;
            BEGIN
              FOREACH space IN ARRAY ARRAY['public', 'host'] LOOP
                IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = space) THEN CONTINUE; END IF;
                EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', space, app);
                EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', space, app);
              END LOOP;
              -- Which migrations have run is the owner's to know.
              FOR history IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'host') AND c.relkind = 'r' AND c.relname LIKE '\_\_migrations%' LOOP
                EXECUTE format('REVOKE ALL ON %s FROM %I', history, app);
              END LOOP;
              FOR trail IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'host') AND c.relname IN ('audit_entries', 'audit_seals', 'host_audit_entries', 'host_audit_seals') LOOP
                EXECUTE format('REVOKE UPDATE, DELETE ON %s FROM %I', trail, app);
              END LOOP;
            END $$;
            """, owner);
        await grants.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Looks for tables, indexes, views and roles that would let one tenant see another.</summary>
    /// <exception cref="InvalidOperationException">There are some; the host must not serve.</exception>
    public static async Task AuditAsync(NpgsqlDataSource application, CancellationToken cancel)
    {
        await using var command = application.CreateCommand(Faults);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var faults = new List<string>();
        while (await reader.ReadAsync(cancel)) faults.Add($"{reader.GetString(0)}: {reader.GetString(1)}");
        if (faults.Count > 0) throw new InvalidOperationException($"The database doesn't keep tenants apart, so it isn't served. {string.Join("; ", faults)}");
    }
}
