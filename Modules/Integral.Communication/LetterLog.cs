using Integral.Communication.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Web;

namespace Integral.Communication;

/// <summary>What became of letters with notices, for administrators. The mail itself, with its tries and pauses, is the kernel's.</summary>
internal sealed class LetterLog(Db db, Current current, Letters letters, Alarm alarm, TimeProvider clock)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180), Soon = TimeSpan.FromMinutes(1);

    /// <summary>Notes what became of those that were on their way.</summary>
    public async Task LookAsync(DateTime now, CancellationToken stopping)
    {
        if (!await db.NoticeLetters.AnyAsync(l => l.LookAt <= now, stopping)) return;
        var longAgo = now - Kept;
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var some = await db.NoticeLetters.Where(l => l.LookAt <= now).OrderBy(l => l.LookAt).Take(AtOnce).ToListAsync(stopping);
            await KnowAsync(some, now);
            await db.NoticeLetters.Where(l => l.CreatedAt < longAgo).ExecuteDeleteAsync(stopping);
            await db.SaveChangesAsync(stopping);
        }, stopping);
    }

    /// <summary>A page of them, the latest first, as they are now.</summary>
    public async Task<IReadOnlyList<NoticeLetter>> PageAsync(LetterStage? stage, TimeCursor? after, int size)
    {
        var some = db.NoticeLetters.AsNoTracking();
        if (stage is { } wanted) some = some.Where(l => l.Stage == wanted);
        if (after is { At: var at, Id: var id }) some = some.Where(l => l.CreatedAt < at || l.CreatedAt == at && l.Id < id);
        var page = await some.OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).Take(size).ToListAsync();
        await KnowAsync([.. page.Where(l => l.LookAt is not null)], clock.GetUtcNow().UtcDateTime);
        return page;
    }

    /// <summary>Sends one that was given up once more.</summary>
    /// <exception cref="NotFoundException">It isn't here.</exception>
    /// <exception cref="RuleException">It isn't kept any more.</exception>
    public async Task ResendAsync(Guid id)
    {
        var letter = await db.NoticeLetters.SingleOr404Async(l => l.Id == id);
        var state = (await letters.StatesAsync(current.Tenant.Id, [id])).GetValueOrDefault(id);
        Rule.Require(state is not { IsSent: true }, "It has been sent meanwhile.");
        Rule.Require(state is { IsDead: true }, "This letter can't be sent again: it is on its way, or isn't kept any more.");
        var now = clock.GetUtcNow().UtcDateTime;
        letter.Resend(now);
        await alarm.SetAsync(current.Tenant.Id, NoticeTimes.Alarm, now + Soon);
        await db.SaveChangesAsync();
        await letters.ResendAsync(current.Tenant.Id, id);      // the host's row last: what fails in between can be pressed again
    }

    private async Task KnowAsync(IReadOnlyList<NoticeLetter> some, DateTime now)
    {
        var states = await letters.StatesAsync(current.Tenant.Id, [.. some.Select(l => l.Id)]);
        foreach (var letter in some) letter.Know(states.GetValueOrDefault(letter.Id), now);
    }
}
