using Integral.Applications.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Microsoft.Extensions.Logging;

namespace Integral.Applications;

/// <summary>
/// Begins the cases of applications soon after they were kept, in the order of their numbers, each once: what was begun is marked in the same transaction.
/// While applications come it does little: they come first.
/// </summary>
internal sealed partial class CaseStarting(Db db, Current current, CaseStarts starts, IntakeLines lines, Outbox outbox, TimeProvider clock, ILogger<CaseStarting> log) : IWakes
{
    public const string Alarm = "applications.begin";

    private const int AtOnce = 25, AtOnceInRush = 5;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10), Breath = TimeSpan.FromMilliseconds(250);

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var (began, last) = (clock.GetTimestamp(), 0);
        if (!await starts.AreDecidedAsync(db)) return await RemainAsync(stopping) ? clock.GetUtcNow().UtcDateTime + CaseStarts.Later : null;
        while (!stopping.IsCancellationRequested)
        {
            var isRush = lines.Of(current.Tenant.Id).IsBusy;
            if (isRush) await Task.Delay(Breath, clock, stopping);
            if (await NextAsync(last, isRush ? AtOnceInRush : AtOnce) is not { } next) break;
            last = next;
            if (isRush || clock.GetElapsedTime(began) > Turn) return clock.GetUtcNow().UtcDateTime;
        }
        if (!await RemainAsync(stopping)) return null;
        return clock.GetUtcNow().UtcDateTime + (starts.PutOff(current.Tenant.Id).Length > 0 ? CaseStarts.Later : Breath);
    }

    private Task<bool> RemainAsync(CancellationToken stopping) => db.Applications.AnyAsync(a => a.ToBegin != null, stopping);

    /// <returns>The number of the last that was looked at; null where there are none after that one.</returns>
    private async Task<int?> NextAsync(int after, int many)
    {
        var off = starts.PutOff(current.Tenant.Id);
        var numbers = await db.Applications.Where(a => a.ToBegin > after && !EF.Parameter(off).Contains(a.Number)).OrderBy(a => a.ToBegin).Select(a => a.Number).Take(many).ToListAsync();
        if (numbers.Count == 0) return null;
        if (await BeginAsync(numbers) is not null)
            foreach (var number in numbers)     // one of them can't be begun: which?
                if (await BeginAsync([number]) is { } trouble)
                {
                    starts.PutOff(current.Tenant.Id, number);
                    Failed(log, number, trouble);
                }
        return numbers[^1];
    }

    /// <returns>Why they can't be begun; null where they were.</returns>
    private async Task<string?> BeginAsync(IReadOnlyList<int> numbers)
    {
        try
        {
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                if (await Unbegun([.. numbers]).AsNoTracking().ToListAsync() is not { Count: > 0 } some) return;
                Rule.Require(await starts.BeginAsync(new(db, current.Tenant, "") { Outbox = outbox }, [.. some.OrderBy(a => a.Number)]), Keeping.NotDecided);
                await db.SaveChangesAsync();
            });
            return null;
        }
        catch (Exception trouble) when (trouble is RuleException or DbUpdateException or NotFoundException)
        {
            return trouble.Message;
        }
    }

    // On SQLite there is one writer; on PostgreSQL what somebody is just withdrawing, or another server beginning, is stepped over.
    private IQueryable<Application> Unbegun(int[] numbers) => db.Database.IsNpgsql()
        ? db.Applications.FromSql($"""SELECT * FROM applications WHERE "ToBegin" = ANY({numbers}) FOR UPDATE SKIP LOCKED""")
        : db.Applications.Where(a => a.ToBegin != null && EF.Parameter(numbers).Contains(a.ToBegin.Value));

    [LoggerMessage(LogLevel.Warning, "The case of application {Number} can't be begun: {Why}")]
    private static partial void Failed(ILogger log, int number, string why);
}
