using Integral.Applications;
using Integral.Applications.Contracts;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Kit;

/// <summary>Whether what follows of itself has followed: messages are delivered, and what is published above is in those below.</summary>
internal static class Settled
{
    public static async Task<bool> IsAsync(IServiceProvider services)
    {
        await using var host = services.GetRequiredService<Databases>().OpenHost("test", TimeProvider.System);
        // What waits for an institution that is switched off, or was refused, is tried again later.
        var soon = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(2);
        return await host.Set<SharedOrigin>().AnyAsync() && !await host.DueWork.AnyAsync(d => (d.Kind == DueWork.Outbox && d.Waiting > 0 || d.Kind == DueWork.Sharing || d.Kind == DueWork.SharingBelow || d.Kind == Openings.Changed || d.Kind == CaseStarting.Alarm) && (d.DueAt <= soon || d.LeasedUntil != null));
    }
}
