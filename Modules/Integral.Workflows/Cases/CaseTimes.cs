using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Workflows.Data;
using Microsoft.Extensions.Logging;

namespace Integral.Workflows.Cases;

/// <summary>Does what cases wait for by the clock: the one sweeper of an institution's deadlines. It has a row for each, so nothing is looked for in tasks that aren't due.</summary>
internal sealed partial class CaseTimes(Db db, Current current, CaseRunner runner, TaskLetters letters, Outbox outbox, TimeProvider clock, ILogger<CaseTimes> log) : IWakes
{
    public const string Alarm = "workflows.times";

    private const int AtOnce = 50;
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var wake in await db.CaseWakes.AsNoTracking().Where(w => w.At <= now).OrderBy(w => w.At).ThenBy(w => w.Id).Take(AtOnce).ToListAsync(stopping))
        {
            stopping.ThrowIfCancellationRequested();
            await ServeAsync(wake, now);
        }
        await letters.WriteAsync(now, stopping);
        var (next, letter) = (await db.CaseWakes.MinAsync(w => (DateTime?)w.At, stopping), await db.TaskLetters.MinAsync(l => l.At, stopping));
        return letter is null || next < letter ? next : letter;
    }

    private async Task ServeAsync(CaseWake wake, DateTime now)
    {
        try
        {
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                await runner.WakeAsync(new(db, current.Tenant, "") { Outbox = outbox }, wake, letters);
            });
        }
        catch (RuleException rule)
        {
            // What follows can't be done now, as a seat that isn't there: the case waits where it is, and those behind it needn't.
            NotNow(log, wake.CaseId, rule.Sentence.Key);
            await db.WriteAsync(() =>
            {
                db.ChangeTracker.Clear();
                return db.CaseWakes.Where(w => w.Id == wake.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.At, now + Again));
            });
        }
    }

    [LoggerMessage(LogLevel.Warning, "The case {Matter} couldn't go on at its time, it is tried again in an hour: {Why}")]
    private static partial void NotNow(ILogger log, Guid matter, string why);
}
