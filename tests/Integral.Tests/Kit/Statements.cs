using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Integral.Tests.Kit;

/// <summary>Remembers the SQL statements of requests, so that a test can say how many a page takes. What the installation does by itself meanwhile isn't the page's.</summary>
internal sealed class Statements : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> seen = new();
    private readonly HttpContextAccessor requests = new();

    public IReadOnlyList<string> Seen => [.. seen];
    public void Reset() => seen.Clear();

    ILogger ILoggerProvider.CreateLogger(string category) => this;
    IDisposable? ILogger.BeginScope<TState>(TState state) => null;
    bool ILogger.IsEnabled(LogLevel level) => true;

    void ILogger.Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format)
    {
        if (id.Name?.EndsWith("CommandExecuted", StringComparison.Ordinal) == true && requests.HttpContext is not null) seen.Enqueue(format(state, exception));
    }

    public void Dispose() { }
}
