using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Integral.Tests.Audit;

/// <summary>Sees from which entry on the sealer looks, by the statements that it sends to one database.</summary>
internal sealed class SealerLooks : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly ConcurrentQueue<Guid> seen = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public SealerLooks(string database)
    {
        this.database = database;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The smallest id of each look; the empty one of a look at everything.</summary>
    public IReadOnlyList<Guid> Seen => [.. seen];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandExecutedEventData { Command: var command } || !IsLook(command)) return;
        seen.Enqueue(command.Parameters.Cast<DbParameter>().Select(p => p.Value).OfType<Guid>().FirstOrDefault());
    }

    private bool IsLook(DbCommand command) => $"{command.Connection?.ConnectionString}{command.Connection?.Database}".Contains(database, StringComparison.OrdinalIgnoreCase)
        && command.CommandText.Contains("audit_entries", StringComparison.Ordinal) && command.CommandText.Contains("NOT EXISTS", StringComparison.Ordinal) && !command.CommandText.Contains("COUNT(", StringComparison.OrdinalIgnoreCase);

    public void OnCompleted() { }
    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }
}
