using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>What a unit of work holds of its database: the connection, and the right to write.</summary>
internal abstract class Lease : IAsyncDisposable, IDisposable
{
    public abstract void Use(DbContext context);

    /// <summary>Waits for the turn to write. On PostgreSQL everyone may at once.</summary>
    public abstract ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancel);

    /// <summary>Completes when what was committed survives a power cut.</summary>
    public abstract Task FlushAsync();

    public abstract void Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>PostgreSQL pools connections and flushes at commit by itself.</summary>
internal sealed class PostgreSqlLease : Lease
{
    public static PostgreSqlLease Instance { get; } = new();
    public override void Use(DbContext context) { }
    public override ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancel) => ValueTask.FromResult<IDisposable?>(null);
    public override Task FlushAsync() => Task.CompletedTask;
    public override void Dispose() { }
}

/// <summary>An open connection to a tenant's file, lent to one unit of work.</summary>
internal sealed class SqliteLease(SqliteFile file) : Lease
{
    private DbConnection? connection;

    /// <summary>The connection itself, for what no context does.</summary>
    public DbConnection Take() => connection = file.Take();

    public override void Use(DbContext context) => context.Database.SetDbConnection(Take());
    public override ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancel) => file.EnterWriteAsync(cancel);
    public override Task FlushAsync() => file.Flush.FlushAsync();

    public override void Dispose()
    {
        if (connection is { } taken) file.Return(taken);
        connection = null;
    }
}
