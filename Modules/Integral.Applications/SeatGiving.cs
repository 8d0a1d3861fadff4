using Integral.Applications.Data;
using Integral.Applications.Ranks;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Reporting;
using Integral.Workflows.Contracts;
using Microsoft.Extensions.Logging;

namespace Integral.Applications;

/// <summary>
/// Gives seats that have come free to those who wait for them, strictly in their order, by the rules of what they wait for or else by their numbers: whoever can't be given theirs by itself is waited for.
/// Each in a transaction of their own, by the signal on which their workflow waits.
/// </summary>
internal sealed partial class SeatGiving(Db db, Current current, IWorkflows workflows, KnownOpenings openings, Outbox outbox, TimeProvider clock, ILogger<SeatGiving> log) : IWakes
{
    public const string Alarm = "applications.seats", Signal = "SeatIsFree";

    /// <summary>After it somebody began to wait, or doesn't any more, the seats are looked at.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10), Later = TimeSpan.FromMinutes(10);

    public string Kind => Alarm;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var (began, next) = (clock.GetTimestamp(), (DateTime?)null);
        foreach (var of in await db.Applications.Where(a => a.Status == ApplicationStatus.Waiting).Select(a => new { a.ForKind, a.ForId }).Distinct().ToListAsync(stopping))
        {
            while (await FreeAsync(of.ForKind, of.ForId) && await FirstAsync(of.ForId) is { } first)
            {
                if (stopping.IsCancellationRequested || clock.GetElapsedTime(began) > Turn) return Now;
                if (await GiveAsync(first.Id) is not { } trouble) continue;
                NotGiven(log, first.Number, trouble);
                next = Earlier(next, Now + Later);
                break;
            }
            next = Earlier(next, await FreesAtAsync(of.ForKind, of.ForId));
        }
        return next;
    }

    private async Task<bool> FreeAsync(string kind, Guid id) => await openings.FindAsync(db, current.Tenant, kind, id) is { GroupId: not null, IsFull: false };

    // Who has a seat and is only called waiting, because their workflow hasn't come so far, waits for none.
    private Task<(Guid Id, int Number)?> FirstAsync(Guid id) => RankBook.FirstWaitingAsync(db, id);

    /// <returns>Why they can't be given it; null where they were, or don't wait any more.</returns>
    private async Task<string?> GiveAsync(Guid id)
    {
        try
        {
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                Rule.Require(await workflows.SignalAsync(new(db, current.Tenant, "") { Outbox = outbox }, Application.Kind, id, Signal), "Its workflow doesn't wait for a seat: it is given by hand.");
                // Whoever was quicker has it: nothing has happened, and nobody is told that they go on waiting.
                Rule.Require(await db.Applications.AnyAsync(a => a.Id == id && (a.PersonId != null || a.Status != ApplicationStatus.Waiting)), "All seats are taken at present");
            });
            return null;
        }
        catch (Exception trouble) when (trouble is RuleException or DbUpdateException or NotFoundException)
        {
            return await db.Applications.AnyAsync(a => a.Id == id && a.Status == ApplicationStatus.Waiting) ? trouble.Message : null;
        }
    }

    /// <summary>When the next one leaves who is there today.</summary>
    private async Task<DateTime?> FreesAtAsync(string kind, Guid id)
    {
        if (await openings.FindAsync(db, current.Tenant, kind, id) is not { GroupId: { } group, IsFull: true } || !await RankBook.AnyWaitsAsync(db, id)) return null;
        var today = Figures.DayIn(current.Tenant, clock);
        return await GroupSeats.NextLeavesOnAsync(db, group, today) is { } last ? current.Tenant.Zone.MomentOf(last.AddDays(1)) : null;
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other : one;

    [LoggerMessage(LogLevel.Warning, "Application {Number} is the first on its waiting list and can't be given a free seat: {Why}")]
    private static partial void NotGiven(ILogger log, int number, string why);
}

/// <summary>Seats have come free: whoever waits for them gets them in a moment.</summary>
internal sealed class FreedSeats(Alarm alarm, Current current) : IReceives<SeatsFreed>
{
    public Task ReceiveAsync(SeatsFreed message, Arrival arrival, CancellationToken cancel) => alarm.RingAsync(current.Tenant.Id, SeatGiving.Alarm);
}
