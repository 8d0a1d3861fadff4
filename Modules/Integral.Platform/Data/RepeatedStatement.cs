using System.Data.Common;

namespace Integral.Platform.Data;

/// <summary>One statement for many rows: in batches where the engine takes them, prepared once where it doesn't.</summary>
internal sealed class RepeatedStatement : IAsyncDisposable
{
    private const int AtOnce = 250, BytesAtOnce = 1 << 20;

    private readonly string sql;
    private readonly DbBatch? batch;
    private readonly DbCommand? command;
    private int bytes;

    /// <param name="transaction">What it is a part of.</param>
    /// <param name="sql">Names from the model, and <c>$1</c>, <c>$2</c> for the values.</param>
    /// <param name="parameters">How many values there are.</param>
    public RepeatedStatement(DbTransaction transaction, string sql, int parameters)
    {
        this.sql = sql;
        var connection = transaction.Connection!;
        if (connection.CanCreateBatch)
        {
            batch = connection.CreateBatch();
            batch.Transaction = transaction;
            return;
        }
        command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // names from the model, values as parameters: TableSql
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"${i}";
            command.Parameters.Add(parameter);
        }
    }

    /// <param name="values">The values of one row.</param>
    /// <param name="size">About how many bytes they are, so that large rows don't pile up.</param>
    public async ValueTask RunAsync(IReadOnlyList<object> values, int size, CancellationToken cancel)
    {
        if (batch is not null)
        {
            Add(batch, values);
            bytes += size;
            if (batch.BatchCommands.Count >= AtOnce || bytes >= BytesAtOnce) await EndAsync(cancel);
            return;
        }
        for (var i = 0; i < values.Count; i++) command!.Parameters[i].Value = values[i];
        await command!.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Sends what still waits.</summary>
    public async ValueTask EndAsync(CancellationToken cancel)
    {
        if (batch is not { BatchCommands.Count: > 0 }) return;
        await batch.ExecuteNonQueryAsync(cancel);
        batch.BatchCommands.Clear();
        bytes = 0;
    }

    private void Add(DbBatch to, IReadOnlyList<object> values)
    {
        var one = to.CreateBatchCommand();
        one.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = one.CreateParameter();
            parameter.Value = value;
            one.Parameters.Add(parameter);
        }
        to.BatchCommands.Add(one);
    }

    public async ValueTask DisposeAsync()
    {
        if (batch is not null) await batch.DisposeAsync();
        if (command is not null) await command.DisposeAsync();
    }
}
