using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Integral.Platform.Data;

/// <summary>Names the tenant on the connection that a unit of work opens, once. A unit of work without a tenant sees nothing.</summary>
internal sealed class TenantConnection : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
    {
        if (data.Context is not Db db) return;
        using var command = Command(connection, db.Tenant.Id);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data, CancellationToken cancel = default)
    {
        if (data.Context is not Db db) return;
        await using var command = Command(connection, db.Tenant.Id);
        await command.ExecuteNonQueryAsync(cancel);
    }

    // A tenant's connection goes back to the pool when the context is disposed: one set_config a unit of work, not one a query. The host's goes
    // back after each statement: a request that held it while it waits for its tenant's would starve the others once the pool is empty.
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData data, InterceptionResult result) =>
        data.Context is Db ? InterceptionResult.Suppress() : result;

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData data, InterceptionResult result) =>
        new(data.Context is Db ? InterceptionResult.Suppress() : result);

    private static DbCommand Command(DbConnection connection, Guid tenant)
    {
        var command = connection.CreateCommand();
        command.CommandText = "SELECT set_config('app.tenant', $1, false)";      // a parameter: one prepared statement for all tenants
        command.Parameters.Add(new NpgsqlParameter { Value = tenant.ToString() });
        return command;
    }
}
