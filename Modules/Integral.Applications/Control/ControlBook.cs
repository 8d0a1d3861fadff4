using Integral.Applications.Activities;
using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Integral.Platform.Reporting;
using Integral.Workflows.Contracts;

namespace Integral.Applications.Control;

/// <summary>
/// What becomes of applications, in figures, for the screen, the table and the API alike. The database counts, by the days that stand in each application: as many statements for
/// fifty thousand as for ten.
/// </summary>
internal sealed class ControlBook(Db db, KnownOpenings openings, ICases cases, Figures figures)
{
    private const int Week = 7;

    /// <summary>By the institution's clock.</summary>
    public DateOnly Today => figures.Today;

    /// <summary>Of the days that were asked for, or of this half-year.</summary>
    public ControlFilter Wanted(DateOnly? from, DateOnly? until, Guid? programme = null, SenderKind? sender = null)
    {
        var usual = ControlFilter.HalfYearOf(Today);
        return new ControlFilter(from ?? (until < usual.From ? until.Value : usual.From), until ?? (from > usual.Until ? from.Value : usual.Until), programme, sender).Checked();
    }

    public async Task<ControlView> ShowAsync(ControlFilter filter)
    {
        var of = filter.Programme is { } programme ? await openings.OfAsync(db, programme) : null;
        var sent = await filter.Sent.Of(db.Applications, of).GroupBy(a => new { a.SentOn, a.Status }).Select(g => new { g.Key.SentOn, g.Key.Status, Count = g.Count() }).ToListAsync();
        var decided = await filter.Decided.Of(db.Applications, of).GroupBy(a => new { a.DecidedOn, a.DecidedAfter }).Select(g => new { g.Key.DecidedOn, g.Key.DecidedAfter, Count = g.Count() }).ToListAsync();
        var watched = await openings.WatchedAsync(db, filter.From, filter.Until, Today);
        var (arrivedOn, decidedOn) = (sent.ToLookup(s => s.SentOn, s => s.Count), decided.ToLookup(d => d.DecidedOn!.Value, d => d.Count));
        return new(filter,
            [.. Enum.GetValues<ApplicationStatus>().Select(s => (s, sent.Where(one => one.Status == s).Sum(one => one.Count))).Where(s => s.Item2 > 0)],
            [.. Weeks(filter).Select(w => new ControlWeek(w.From, w.Until, Sum(arrivedOn, w), Sum(decidedOn, w)))],
            DecisionDays.Of([.. decided.GroupBy(d => d.DecidedAfter!.Value).Select(g => (g.Key, g.Sum(d => d.Count)))]),
            await SeatsAsync(watched, of), await cases.WaitingAsync(Submitted.Kind, Today),
            [.. watched.Where(w => w.OfId is not null).Select(w => (w.OfId!.Value, w.OfTitle)).Distinct().OrderBy(p => p.OfTitle, StringComparer.CurrentCulture)]);
    }

    private async Task<IReadOnlyList<ControlSeats>> SeatsAsync(IReadOnlyList<WatchedOpening> watched, IReadOnlyCollection<Guid>? of)
    {
        var waiting = await db.Applications.Where(a => a.Status == ApplicationStatus.Waiting && a.PersonId == null).GroupBy(a => a.ForId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        return [.. watched.Where(w => !w.IsOver && of?.Contains(w.Id) != false).Select(w => new ControlSeats(w.Id, w.GroupId, w.Title, w.Seats, w.Taken, waiting.GetValueOrDefault(w.Id)))];
    }

    private IEnumerable<(DateOnly From, DateOnly Until)> Weeks(ControlFilter filter)
    {
        var last = filter.Until < Today ? filter.Until : Today;
        for (var from = filter.From; from <= last;)
        {
            var sunday = from.AddDays((Week - (int)from.DayOfWeek) % Week);
            yield return (from, sunday < filter.Until ? sunday : filter.Until);
            from = sunday.AddDays(1);
        }
    }

    private static int Sum(ILookup<DateOnly, int> counts, (DateOnly From, DateOnly Until) week)
    {
        var sum = 0;
        for (var day = week.From; day <= week.Until; day = day.AddDays(1)) sum += counts[day].Sum();
        return sum;
    }
}
