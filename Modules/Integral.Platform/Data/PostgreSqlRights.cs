using Npgsql;

namespace Integral.Platform.Data;

/// <summary>What the application's database role may do, and the proof that it may no more (postgresql-tenancy: the gate).</summary>
internal static class PostgreSqlRights
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
            DECLARE app text := current_setting('app.role'); space text;
            BEGIN
              FOREACH space IN ARRAY ARRAY['public', 'host'] LOOP
                IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = space) THEN CONTINUE; END IF;
                EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', space, app);
                EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', space, app);
              END LOOP;
              EXECUTE format('REVOKE UPDATE, DELETE ON public.audit_entries FROM %I', app);
              IF to_regclass('host.host_audit_entries') IS NOT NULL THEN
                EXECUTE format('REVOKE UPDATE, DELETE ON host.host_audit_entries FROM %I', app);
              END IF;
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

    private const string Faults = """
        SELECT c.oid::regclass::text, 'row security not enabled and forced' FROM pg_class c
         WHERE c.relnamespace='public'::regnamespace AND c.relkind IN ('r','p') AND c.relname NOT LIKE '\_\_migrations%'
           AND NOT (c.relrowsecurity AND (c.relforcerowsecurity OR c.relname LIKE 'search\_%'))
        UNION ALL SELECT c.oid::regclass::text, 'not exactly the tenant policy' FROM pg_class c
         WHERE c.relnamespace='public'::regnamespace AND c.relkind IN ('r','p') AND c.relname NOT LIKE '\_\_migrations%'
           AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid=c.oid AND p.polname='tenant' AND p.polcmd='*'
             AND pg_get_expr(p.polqual,p.polrelid)=pg_get_expr(p.polwithcheck,p.polrelid) AND pg_get_expr(p.polqual,p.polrelid) LIKE '(tenant_id = %app.tenant%')
        UNION ALL SELECT i.indexrelid::regclass::text, 'index not led by tenant_id' FROM pg_index i JOIN pg_class c ON c.oid=i.indrelid
         WHERE c.relnamespace='public'::regnamespace AND c.relname NOT LIKE '\_\_migrations%' AND pg_get_indexdef(i.indexrelid,1,true) <> 'tenant_id'
        UNION ALL SELECT conname, 'foreign key not led by tenant_id' FROM pg_constraint k
         WHERE k.contype='f' AND k.connamespace='public'::regnamespace
           AND (SELECT attname FROM pg_attribute WHERE attrelid=k.conrelid AND attnum=k.conkey[1]) <> 'tenant_id'
        UNION ALL SELECT c.oid::regclass::text, 'view without security_invoker' FROM pg_class c
         WHERE c.relnamespace='public'::regnamespace AND c.relkind='v' AND NOT coalesce('security_invoker=true' = ANY(c.reloptions), false)
        UNION ALL SELECT c.oid::regclass::text, 'materialized view' FROM pg_class c WHERE c.relnamespace='public'::regnamespace AND c.relkind='m'
        UNION ALL SELECT rolname, 'the application role can bypass row security' FROM pg_roles
         WHERE rolname=current_user AND (rolsuper OR rolbypassrls OR EXISTS (SELECT 1 FROM pg_class c
             WHERE c.relnamespace='public'::regnamespace AND pg_has_role(rolname, c.relowner, 'MEMBER')))
        """;
}
