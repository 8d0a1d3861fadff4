using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Security;

/// <summary>Forgets sign-ins that are over, failures of long ago and uploaded tables: addresses, devices and lists of people aren't kept longer than they serve.</summary>
internal sealed class ExpiredSignIns(Databases databases, TimeProvider clock) : IHostJob
{
    private static readonly TimeSpan FailuresKept = TimeSpan.FromDays(1);

    public string Name => "expired-sign-ins";
    public Sentence Title => T.Say("Forget sign-ins that are over");
    public TimeSpan Every => TimeSpan.FromHours(1);
    public Task RunAsync(CancellationToken cancel) => ForgetAsync(cancel);

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
            await Uploads.ForgetAsync(host, now, cancel);
        }, cancel);
    }
}
