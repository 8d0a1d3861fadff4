using Integral.People.Data;
using Integral.People.Groups;

namespace Integral.People.Contracts;

/// <summary>A group with its seats.</summary>
/// <param name="Taken">People in it on the busiest day from the one that was asked for.</param>
public sealed record SeatedGroup(Guid Id, GroupKind Kind, string Name, DateOnly FromOn, DateOnly? UntilOn, int? Seats, int Taken)
{
    /// <summary>Null for any number.</summary>
    public int? Free => Seats is { } seats ? Math.Max(0, seats - Taken) : null;
}

/// <summary>What became of somebody who wanted a seat.</summary>
/// <param name="IsIn">They are in the group.</param>
/// <param name="Enrolment">Made for it; null where none was free, and of those who had one already.</param>
public sealed record SeatTaken(bool IsIn, Guid? Enrolment);

/// <summary>Seats of groups for other modules: given under the group's lock, so that none is sold twice. To be called within <c>db.WriteAsync</c>.</summary>
public static class GroupSeats
{
    /// <summary>Gives somebody a seat from a day on, or from the group's first where that is later. Whoever has one already keeps it.</summary>
    /// <exception cref="RuleException">The group isn't there any more on that day.</exception>
    public static async Task<SeatTaken> TakeAsync(Db db, Guid group, Guid person, DateOnly from)
    {
        await LockAsync(db, group);
        var (days, isIn, isFree) = await RoomAsync(db, group, person, from);
        if (isIn || !isFree) return new(isIn, null);
        var enrolment = new Enrolment(group, person, days);
        db.Add(enrolment);
        await db.SaveChangesAsync();
        return new(true, enrolment.Id);
    }

    /// <summary>Whether <see cref="TakeAsync"/> would let somebody in, asked under the group's lock.</summary>
    /// <param name="person">Who it would be; null for somebody who isn't known here yet.</param>
    /// <exception cref="RuleException">The group isn't there any more on that day.</exception>
    public static async Task<bool> HasRoomAsync(Db db, Guid group, Guid? person, DateOnly from)
    {
        var (_, isIn, isFree) = await RoomAsync(db, group, person, from);
        return isIn || isFree;
    }

    /// <summary>Takes a seat back that was given by mistake: as if it had never been.</summary>
    /// <exception cref="RuleException">Somebody has changed it since.</exception>
    public static async Task GiveBackAsync(Db db, Guid enrolment)
    {
        var group = await db.Enrolments.Where(e => e.Id == enrolment).Select(e => e.GroupId).FirstOrDefaultAsync();
        await Enrolments.LockAsync(db, group);
        var there = await db.Enrolments.FirstOrDefaultAsync(e => e.Id == enrolment);
        Rule.Require(there is { Version: 1 }, "Their days in the group were changed since: what was decided stays.");
        db.Remove(there);
        await db.SaveChangesAsync();
    }

    /// <summary>Frees somebody's seat from a day on: who has begun is in the group until the day before, and who hasn't is as if they had never been.</summary>
    /// <returns>Whether they had one.</returns>
    public static async Task<bool> FreeAsync(Db db, Guid group, Guid person, DateOnly from)
    {
        await LockAsync(db, group);
        var there = await db.Enrolments.Where(e => e.GroupId == group && e.PersonId == person && (e.UntilOn == null || e.UntilOn >= from)).ToListAsync();
        foreach (var one in there)
        {
            if (one.FromOn >= from) db.Remove(one);
            else one.End(from.AddDays(-1), null);
        }
        await db.SaveChangesAsync();
        return there.Count > 0;
    }

    /// <summary>Until the transaction ends nobody else gets a seat of the group, or gives one back.</summary>
    /// <exception cref="NotFoundException">It is gone.</exception>
    public static async Task LockAsync(Db db, Guid group)
    {
        if (await Enrolments.LockAsync(db, group) == 0) throw new NotFoundException();
    }

    private static async Task<(Span Days, bool IsIn, bool IsFree)> RoomAsync(Db db, Guid group, Guid? person, DateOnly from)
    {
        var into = await db.Groups.AsNoTracking().SingleOr404Async(g => g.Id == group);
        from = from < into.FromOn ? into.FromOn : from;
        Rule.Require(into.IsOn(from), T.Say("The group '{0}' isn't there on {1:d}.", into.Name, from));
        var (days, there) = (new Span(from, null), await db.Enrolments.AsNoTracking().Where(e => e.GroupId == group).ToListAsync());
        return (days, there.Exists(e => e.PersonId == person && e.Days.Overlaps(days)), into.Seats is not { } seats || Span.Most([.. there.Select(e => e.Days), days], days) <= seats);
    }

    /// <summary>The last day of whoever leaves the group next, from a day on; null where nobody is known to leave.</summary>
    public static Task<DateOnly?> NextLeavesOnAsync(Db db, Guid group, DateOnly from) => db.Enrolments.Where(e => e.GroupId == group && e.UntilOn >= from).MinAsync(e => e.UntilOn);

    /// <summary>Groups with what is free in them from a day on; those in the bin are left out. Two statements for any number of them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SeatedGroup>> OfAsync(Db db, IReadOnlyCollection<Guid> ids, DateOnly from)
    {
        var wanted = ids.Distinct().ToArray();
        var groups = await db.Groups.AsNoTracking().Where(g => EF.Parameter(wanted).Contains(g.Id)).Select(g => new { g.Id, g.Kind, g.Name, g.FromOn, g.UntilOn, g.Seats }).ToListAsync();
        // Those of the same days are counted together: a group costs as much with a thousand people as with ten.
        var spans = (await db.Enrolments.Where(e => EF.Parameter(wanted).Contains(e.GroupId) && (e.UntilOn == null || e.UntilOn >= from)).GroupBy(e => new { e.GroupId, e.FromOn, e.UntilOn }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())
            .SelectMany(e => Enumerable.Repeat((e.Key.GroupId, Days: new Span(e.Key.FromOn, e.Key.UntilOn)), e.Count)).ToLookup(e => e.GroupId, e => e.Days);
        return groups.ToDictionary(g => g.Id, g => new SeatedGroup(g.Id, g.Kind, g.Name, g.FromOn, g.UntilOn, g.Seats, Span.Most(spans[g.Id], new(from, null))));
    }

    /// <summary>Training groups that aren't over on a day, by name: id and name.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> TrainingAsync(Db db, DateOnly on) =>
        [.. (await db.Groups.AsNoTracking().Where(g => g.Kind == GroupKind.Training && (g.UntilOn == null || g.UntilOn >= on)).OrderBy(g => g.SortName).ThenBy(g => g.Id).Take(GroupBook.MostOffered)
            .Select(g => new { g.Id, g.Name }).ToListAsync()).Select(g => (g.Id, g.Name))];

    /// <summary>The training group of that name and first day, made where there is none yet.</summary>
    /// <exception cref="RuleException">There can't be such a group.</exception>
    public static async Task<Guid> FindOrAddAsync(Db db, Tenant tenant, string name, DateOnly from, DateOnly? until, int? seats)
    {
        if (await db.Groups.Where(g => g.Kind == GroupKind.Training && g.Name == name && g.FromOn == from).Select(g => (Guid?)g.Id).FirstOrDefaultAsync() is { } there) return there;
        var group = new Group(GroupKind.Training, null);
        group.Describe(name, new Span(from, until).Checked(), seats, tenant.Culture);
        db.Add(group);
        await db.SaveChangesAsync();
        return group.Id;
    }
}
