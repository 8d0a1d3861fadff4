using System.Collections.Concurrent;
using Integral.Platform.Jobs;
using Integral.Platform.Modules;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Tests.Jobs;

/// <summary>Remembers what the database's queries are warned of.</summary>
internal sealed class Warned : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Of { get; } = new();

    ILogger ILoggerProvider.CreateLogger(string category) => this;
    IDisposable? ILogger.BeginScope<TState>(TState state) => null;
    bool ILogger.IsEnabled(LogLevel level) => level >= LogLevel.Warning;

    void ILogger.Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> format)
    {
        if (id == CoreEventId.RowLimitingOperationWithoutOrderByWarning || id == CoreEventId.FirstWithoutOrderByAndFilterWarning) Of.Enqueue(format(state, exception));
    }

    public void Dispose() { }
}

public sealed class WarnedDistrict : JobDistrict
{
    internal Warned Warned { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Warned));
    }
}

/// <summary>What happens by itself takes parts in an order: else it may take the same ones for ever.</summary>
public sealed class UnorderedTests(WarnedDistrict district) : IClassFixture<WarnedDistrict>
{
    [Fact]
    public async Task A_job_used_to_take_a_part_of_what_there_is_in_no_order()
    {
        foreach (var tenant in new[] { "", "school-1", "centre" })
            await district.InTenantAsync(tenant, async services =>
            {
                foreach (var waker in services.GetRequiredService<IExtensions<IWakes>>()) await waker.WakeAsync(default);
                return true;
            });
        await district.PassAsync(TimeSpan.FromDays(1));
        Assert.Empty(district.Warned.Of);
    }
}
