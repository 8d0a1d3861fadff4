using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Integral.Platform.Data;

/// <summary>Refuses a bulk statement outside a write: it would pass by the queue of writers and be answered before it is on disk.</summary>
internal sealed class WriteGuard : DbCommandInterceptor
{
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result)
    {
        Check(data);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        Check(data);
        return ValueTask.FromResult(result);
    }

    private static void Check(CommandEventData data)
    {
        if (data is { Context: IWrites { Unit.IsWriting: false }, CommandSource: not CommandSource.Migrations })
            throw new InvalidOperationException("A bulk statement goes inside WriteAsync.");
    }
}
