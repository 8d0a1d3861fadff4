using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Changes;
using Integral.Platform.Messaging;

namespace Integral.People.Groups;

/// <summary>Who left a group gets the days back when that is undone, unless the seat is somebody else's by now, or they are in it again already.</summary>
internal sealed class UndoneEnrolments(Db db, Outbox outbox) : IUndoes
{
    private sealed record Stay(Guid Id, Guid GroupId, Guid PersonId, Span Days);

    public Type Rows => typeof(Enrolment);

    public async Task<IReadOnlySet<Guid>> KeptAsync(IReadOnlyList<FormerRow> rows)
    {
        var (back, gone) = (rows.Where(r => r.Former is not null).Select(Former).ToList(), rows.Where(r => r.Former is null).Select(r => r.Id).ToHashSet());
        var kept = new HashSet<Guid>();
        // In the order of those who move people.
        foreach (var some in back.GroupBy(b => b.GroupId).OrderBy(g => g.Key))
        {
            if (db.Database.CurrentTransaction is not null) await Enrolments.LockAsync(db, some.Key);       // none while it is only asked what would come of it
            var group = await db.Groups.IgnoreQueryFilters().AsNoTracking().SingleAsync(g => g.Id == some.Key);
            var now = (await db.Enrolments.AsNoTracking().Where(e => e.GroupId == some.Key).ToListAsync()).ToDictionary(e => e.Id, e => new Stay(e.Id, e.GroupId, e.PersonId, e.Days));
            // As if all went back, so that those of one undoing don't stand in each other's way; what can't is as it is now again.
            var there = now.Values.Where(e => !gone.Contains(e.Id)).ToDictionary(e => e.Id);
            foreach (var one in some) there[one.Id] = one;
            foreach (var one in some)
            {
                var others = there.Values.Where(e => e.Id != one.Id).ToList();
                var isTwice = others.Exists(e => e.PersonId == one.PersonId && e.Days.Overlaps(one.Days));
                var isFull = group.Seats is { } seats && Span.Most([.. others.Select(e => e.Days), one.Days], one.Days) > seats;
                if (!isTwice && !isFull) continue;
                kept.Add(one.Id);
                there.Remove(one.Id);
                if (now.TryGetValue(one.Id, out var present)) there[one.Id] = present;
            }
        }
        if (db.Database.CurrentTransaction is not null) await TellOfSeatsAsync(gone);
        return kept;
    }

    private static Stay Former(FormerRow row) => new(row.Id, Guid.Parse(row.Text(nameof(Enrolment.GroupId))!), Guid.Parse(row.Text(nameof(Enrolment.PersonId))!),
        new(Day(row, nameof(Enrolment.FromOn))!.Value, Day(row, nameof(Enrolment.UntilOn))));

    private static DateOnly? Day(FormerRow row, string property) => row.Text(property) is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;

    // Of those who are taken out again.
    private async Task TellOfSeatsAsync(HashSet<Guid> gone)
    {
        var (groups, ids) = (db.Groups, gone.ToList());
        var freed = await db.Enrolments.Where(e => EF.Parameter(ids).Contains(e.Id) && groups.Any(g => g.Id == e.GroupId && g.Seats != null)).Select(e => e.GroupId).Distinct().ToListAsync();
        foreach (var group in freed) outbox.Add(new SeatsFreed(group));
    }

    public Task FollowAsync(IReadOnlyList<FormerRow> back, IReadOnlyList<FormerRow> left) => Task.CompletedTask;
}
