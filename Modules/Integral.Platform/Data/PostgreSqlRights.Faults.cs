namespace Integral.Platform.Data;

internal static partial class PostgreSqlRights
{
    /// <summary>One row a fault: what it is, and what is wrong with it. Asked as the application's own role.</summary>
    private const string Faults = """
        WITH tables AS (SELECT c.* FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname NOT LIKE '\_\_migrations%'),
             ours AS (SELECT c.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'host') AND c.relkind IN ('r', 'p'))
        SELECT c.oid::regclass::text, 'row security not enabled and forced' FROM tables c
         WHERE NOT (c.relrowsecurity AND (c.relforcerowsecurity OR c.relname LIKE 'search\_%'))
        UNION ALL SELECT c.oid::regclass::text, 'not exactly the tenant policy' FROM tables c
         WHERE NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant' AND p.polcmd = '*' AND p.polpermissive AND p.polroles = '{0}'
             AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
             AND pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid)')
        UNION ALL SELECT c.oid::regclass::text, format('the policy "%s" opens it', p.polname) FROM tables c JOIN pg_policy p ON p.polrelid = c.oid
         WHERE p.polname <> 'tenant' AND NOT (p.polname = 'migration' AND p.polroles = ARRAY[c.relowner]
             AND pg_get_expr(p.polqual, p.polrelid) = '(current_setting(''app.migrating''::text, true) = ''on''::text)')
        UNION ALL SELECT i.indexrelid::regclass::text, 'index not led by tenant_id' FROM pg_index i JOIN tables c ON c.oid = i.indrelid
         WHERE pg_get_indexdef(i.indexrelid, 1, true) <> 'tenant_id'
        UNION ALL SELECT k.conname, 'foreign key not led by tenant_id' FROM pg_constraint k JOIN tables c ON c.oid = k.conrelid
         WHERE k.contype = 'f' AND ((SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) <> 'tenant_id'
             OR (SELECT attname FROM pg_attribute WHERE attrelid = k.confrelid AND attnum = k.confkey[1]) <> 'tenant_id')
        UNION ALL SELECT c.oid::regclass::text, 'view without security_invoker' FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY(c.reloptions), false)
        UNION ALL SELECT c.oid::regclass::text, 'materialized view or foreign table' FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('m', 'f')
        UNION ALL SELECT rolname, 'the application role can bypass row security' FROM pg_roles
         WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR EXISTS (SELECT 1 FROM ours c WHERE pg_has_role(rolname, c.relowner, 'MEMBER')))
        UNION ALL SELECT c.oid::regclass::text, 'the application role may do more here than read and write rows' FROM ours c
         WHERE has_table_privilege(c.oid, 'TRUNCATE') OR has_table_privilege(c.oid, 'TRIGGER') OR has_table_privilege(c.oid, 'REFERENCES')
        UNION ALL SELECT c.oid::regclass::text, 'the application role may change the audit trail' FROM ours c
         WHERE c.relname IN ('audit_entries', 'audit_seals', 'host_audit_entries', 'host_audit_seals') AND (has_any_column_privilege(c.oid, 'UPDATE') OR has_table_privilege(c.oid, 'DELETE'))
        UNION ALL SELECT n.nspname::text, 'the application role may create tables here' FROM pg_namespace n
         WHERE n.nspname IN ('public', 'host') AND has_schema_privilege(n.oid, 'CREATE')
        """;
}
