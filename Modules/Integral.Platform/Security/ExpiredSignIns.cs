using System.Data.Common;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Security;

/// <summary>Forgets, once an hour, sign-ins that are over and failures of long ago: addresses and devices of people aren't kept longer than they serve.</summary>
internal sealed class ExpiredSignIns(Databases databases, TimeProvider clock, ILogger<ExpiredSignIns> log) : BackgroundService
{
    private static readonly TimeSpan FailuresKept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                await ForgetAsync(stopping);
            }
            catch (Exception trouble) when (trouble is DbException or IOException or InvalidOperationException)
            {
                log.LogWarning(trouble, "Expired sign-ins couldn't be forgotten; trying again in an hour.");
            }
        }
    }

    internal async Task ForgetAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var longAgo = now - FailuresKept;
        await using var host = databases.OpenHost("expired sign-ins", clock);
        await host.WriteAsync(async () =>
        {
            await host.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancel);
            await host.Handovers.Where(h => h.ExpiresAt < now).ExecuteDeleteAsync(cancel);
            await host.SignInFailures.Where(f => f.LastAt < longAgo && (f.LockedUntil == null || f.LockedUntil < now)).ExecuteDeleteAsync(cancel);
        }, cancel);
    }
}
