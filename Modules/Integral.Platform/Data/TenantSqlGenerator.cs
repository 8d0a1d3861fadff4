using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Integral.Platform.Data;

/// <summary>
/// On PostgreSQL every table gets tenant_id; every key, foreign key and index is led by it, and the table is closed by row security.
/// The EF model does not know. See docs/adr/0005-tenant-isolation.md.
/// </summary>
#pragma warning disable EF1001 // INpgsqlSingletonOptions: the provider's own constructor asks for it
internal sealed class TenantSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    private const string Column = "tenant_id";
    private const string Tenant = "NULLIF(current_setting('app.tenant', true), '')::uuid";
    private const string Migrating = "current_setting('app.migrating', true) = 'on'";

    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        foreach (var operation in operations) Lead(operation);
        return base.Generate(operations, model, options);
    }

    // A migration hands out the same operations each time it is generated: leading twice must change nothing.
    private static void Lead(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation table when !IsHistory(table.Name): Lead(table); break;
            case AddForeignKeyOperation foreign: Lead(foreign); break;
            case AddPrimaryKeyOperation key: key.Columns = Led(key.Columns); break;
            case AddUniqueConstraintOperation unique: unique.Columns = Led(unique.Columns); break;
            case CreateIndexOperation index when index.Columns[0] != Column: Lead(index); break;
        }
    }

    private static void Lead(CreateTableOperation table)
    {
        if (table.Columns.Any(c => c.Name == Column)) return;
        table.Columns.Insert(0, new AddColumnOperation
        {
            Table = table.Name, Schema = table.Schema, Name = Column, ClrType = typeof(Guid), ColumnType = "uuid", DefaultValueSql = Tenant,
        });
        if (table.PrimaryKey is { } primary) primary.Columns = Led(primary.Columns);
        foreach (var unique in table.UniqueConstraints) unique.Columns = Led(unique.Columns);
        foreach (var foreign in table.ForeignKeys) Lead(foreign);
    }

    private static void Lead(AddForeignKeyOperation foreign)
    {
        foreign.PrincipalColumns = Led(foreign.PrincipalColumns ?? throw new InvalidOperationException($"{foreign.Name}: name the principal columns."));
        foreign.Columns = Led(foreign.Columns);
    }

    private static void Lead(CreateIndexOperation index)
    {
        var descending = index.IsDescending;
        index.IsDescending = null;          // its setter and Columns' check each other's length
        index.Columns = Led(index.Columns);
        index.IsDescending = descending is null ? null : [false, .. descending.Length > 0 ? descending : index.Columns.Skip(1).Select(_ => true)];
        if (index["Npgsql:IndexOperators"] is string[] operators) index["Npgsql:IndexOperators"] = operators.Prepend("").ToArray();
    }

    private static string[] Led(string[] columns) => columns[0] == Column ? columns : [Column, .. columns];
    private static bool IsHistory(string table) => table.StartsWith("__migrations_", StringComparison.Ordinal);

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (IsHistory(operation.Name)) return;
        var table = Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name, operation.Schema);
        builder.AppendLine($"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;")
            .AppendLine($"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;")
            .AppendLine($"CREATE POLICY tenant ON {table} USING ({Column} = {Tenant}) WITH CHECK ({Column} = {Tenant});")
            // The owner's door: without it FORCE makes a data step touch nothing and a new foreign key check nothing.
            .AppendLine($"CREATE POLICY migration ON {table} TO CURRENT_USER USING ({Migrating}) WITH CHECK ({Migrating});")
            .EndCommand();
    }

    // ON DELETE SET NULL would null tenant_id too: PostgreSQL 15 takes the columns to null.
    protected override void ForeignKeyConstraint(AddForeignKeyOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        base.ForeignKeyConstraint(operation, model, builder);
        if (operation.OnDelete is ReferentialAction.SetNull or ReferentialAction.SetDefault)
            builder.Append(" (").Append(string.Join(", ", operation.Columns.Where(c => c != Column).Select(Dependencies.SqlGenerationHelper.DelimitIdentifier))).Append(")");
    }
}
