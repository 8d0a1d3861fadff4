using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Messaging;

/// <summary>Looks after letters that nobody looks for: of a process that died after the commit, and facts of long ago.</summary>
internal sealed class LetterCare(Databases databases, Agenda agenda, TimeProvider clock)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>How long the fact is kept that there was a letter.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private DateTime lastAt;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The same, at most once a minute.</summary>
    public async Task NowAndThenAsync(CancellationToken cancel)
    {
        if (Now - lastAt < Every && Now >= lastAt) return;
        await SweepAsync(cancel);
        lastAt = Now;
    }

    public async Task SweepAsync(CancellationToken cancel)
    {
        var (now, longAgo) = (Now, Now - Kept);
        await using var host = databases.OpenHostApart("letters", clock);
        if (await host.PostedLetters.AnyAsync(l => l.EndedAt < longAgo, cancel)) await host.WriteAsync(() => host.PostedLetters.Where(l => l.EndedAt < longAgo).ExecuteDeleteAsync(cancel), cancel);
        // One that was given up is looked at once more when it expires, to be erased.
        var due = host.DueWork.Where(d => d.Kind == DueWork.Letters);
        var forgotten = await host.PostedLetters.Where(l => l.EndedAt == null && (!l.IsDead || l.ExpiresAt <= now) && !due.Any(d => d.TenantId == l.TenantId))
            .GroupBy(l => l.TenantId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        foreach (var tenant in forgotten) await agenda.ConfirmAsync(tenant.Key, DueWork.Letters, tenant.Count);
    }

    /// <summary>Has one that was given up sent once more.</summary>
    public async Task ReviveAsync(Guid tenant, Guid id)
    {
        await using var host = databases.OpenHostApart("dead letters", clock);
        await host.WriteAsync(() => host.PostedLetters.Where(l => l.Id == id && l.IsDead)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.IsDead, false).SetProperty(x => x.Tries, 0).SetProperty(x => x.WaitsUntil, (DateTime?)null)));
        await agenda.ConfirmAsync(tenant, DueWork.Letters, 1);
    }

    public async Task DropAsync(Guid id)
    {
        await using var host = databases.OpenHostApart("dead letters", clock);
        await host.WriteAsync(() => host.PostedLetters.Where(l => l.Id == id && l.IsDead).ExecuteDeleteAsync());
    }
}
