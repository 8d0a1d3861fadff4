using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Changes;
using Integral.Platform.Messaging;

namespace Integral.People.Groups;

/// <summary>Who left a group gets the days back when that is undone, unless the seat is somebody else's by now, or they are in it again already.</summary>
internal sealed class UndoneEnrolments(Db db, Outbox outbox) : IUndoes
{
    public Type Rows => typeof(Enrolment);

    public async Task<IReadOnlySet<Guid>> KeptAsync(IReadOnlyList<FormerRow> rows)
    {
        var ids = rows.Where(r => r.Former is not null).Select(r => r.Id).ToList();
        var ended = await db.Enrolments.AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.Id)).ToListAsync();
        var kept = new HashSet<Guid>();
        // In the order of those who move people.
        foreach (var some in ended.GroupBy(e => e.GroupId).OrderBy(g => g.Key))
        {
            if (db.Database.CurrentTransaction is not null) await Enrolments.LockAsync(db, some.Key);       // none while it is only asked what would come of it
            var group = await db.Groups.IgnoreQueryFilters().AsNoTracking().SingleAsync(g => g.Id == some.Key);
            // Those that the same undoing takes away again don't stand in the way.
            var gone = rows.Where(r => r.Former is null).Select(r => r.Id).ToHashSet();
            var there = (await db.Enrolments.AsNoTracking().Where(e => e.GroupId == some.Key).ToListAsync()).Where(e => !gone.Contains(e.Id)).ToList();
            foreach (var one in some)
            {
                var former = new Span(one.FromOn, rows.Single(r => r.Id == one.Id).Text(nameof(Enrolment.UntilOn)) is { } until ? DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) : null);
                var others = there.Where(e => e.Id != one.Id).ToList();
                var isTwice = others.Exists(e => e.PersonId == one.PersonId && e.Days.Overlaps(former));
                var isFull = group.Seats is { } seats && Span.Most([.. others.Select(e => e.Days), former], former) > seats;
                if (isTwice || isFull) kept.Add(one.Id);
                else there[there.FindIndex(e => e.Id == one.Id)] = new(one.GroupId, one.PersonId, former);
            }
        }
        if (db.Database.CurrentTransaction is not null) await TellOfSeatsAsync([.. rows.Where(r => r.Former is null).Select(r => r.Id)]);
        return kept;
    }

    // Of those who are taken out again.
    private async Task TellOfSeatsAsync(List<Guid> gone)
    {
        var groups = db.Groups;
        var freed = await db.Enrolments.Where(e => EF.Parameter(gone).Contains(e.Id) && groups.Any(g => g.Id == e.GroupId && g.Seats != null)).Select(e => e.GroupId).Distinct().ToListAsync();
        foreach (var group in freed) outbox.Add(new SeatsFreed(group));
    }

    public Task FollowAsync(IReadOnlyList<FormerRow> back, IReadOnlyList<FormerRow> left) => Task.CompletedTask;
}
