using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Changes;
using Integral.Platform.Messaging;

namespace Integral.People.Groups;

/// <summary>What became of a mass action on people of groups.</summary>
/// <param name="Set">By which it can be undone for a day; null where nothing was changed.</param>
/// <param name="Done">Whom it touched.</param>
/// <param name="Already">Whom it didn't need to touch: they were there on these days.</param>
internal sealed record EnrolReport(Guid? Set, int Done, int Already);

/// <summary>
/// Puts people into groups, lets them leave and moves them, for the screens, the API and whatever gives seats. All or nobody, as one mass action that
/// can be undone; counted and written under the group's lock, so seats can't be oversold.
/// </summary>
internal sealed class Enrolling(Db db, ChangeSets changes, Outbox outbox)
{
    public const int Most = 1000;

    /// <param name="group">Where to.</param>
    /// <param name="people">Ids of persons here.</param>
    /// <param name="from">Their first day; to the end of the group.</param>
    /// <exception cref="RuleException">Somebody can't be in it on these days, or there aren't so many seats.</exception>
    public async Task<EnrolReport> EnrolAsync(Group group, IReadOnlyCollection<Guid> people, DateOnly from)
    {
        var ids = Chosen(people);
        using var set = await changes.BeginAsync(T.Say("People put into the group '{0}'", group.Name), PeopleModule.ManageGroups);
        var done = await db.WriteAsync(async () =>
        {
            await Enrolments.LockAsync(db, group);
            var added = await PutAsync(group, ids, from);
            await db.SaveChangesAsync();
            return added;
        });
        return new(done > 0 ? set.Id : null, done, ids.Count - done);
    }

    /// <summary>Lets people leave. Of a class they leave its parts as well.</summary>
    /// <param name="group">Which they leave.</param>
    /// <param name="enrolments">Ids of their enrolments in it.</param>
    /// <param name="last">Their last day.</param>
    /// <param name="reason">Why; may be left out.</param>
    public async Task<EnrolReport> EndAsync(Group group, IReadOnlyCollection<Guid> enrolments, DateOnly last, string? reason)
    {
        using var set = await changes.BeginAsync(T.Say("People who left the group '{0}'", group.Name), PeopleModule.ManageGroups);
        var done = await db.WriteAsync(async () =>
        {
            await Enrolments.LockAsync(db, group);
            var ended = await FindAsync(group, enrolments);
            await EndAsync(group, ended, last, reason);
            TellOfSeats(group);
            await db.SaveChangesAsync();
            return ended.Count;
        });
        return new(set.Id, done, 0);
    }

    /// <summary>Moves people to another group of the kind: they leave the one the day before they are in the other.</summary>
    public async Task<EnrolReport> MoveAsync(Group group, IReadOnlyCollection<Guid> enrolments, Group to, DateOnly from)
    {
        Rule.Require(group.Id != to.Id, "Choose another group.", "To");
        Rule.Require(group.Kind == to.Kind, "They can be moved to a group of the same kind only.", "To");
        using var set = await changes.BeginAsync(T.Say("People moved from '{0}' to '{1}'", group.Name, to.Name), PeopleModule.ManageGroups);
        var done = await db.WriteAsync(async () =>
        {
            // In one order, so that two who move people between the same groups don't wait for each other.
            foreach (var one in new[] { group, to }.OrderBy(g => g.Id)) await Enrolments.LockAsync(db, one);
            var moved = await FindAsync(group, enrolments);
            Rule.Require(moved.TrueForAll(e => e.FromOn < from), "They can be moved from their second day on. Who was put here by mistake is taken out by undoing it.", "LastOn");
            await EndAsync(group, moved, from.AddDays(-1), null);
            TellOfSeats(group);
            await db.SaveChangesAsync();
            await PutAsync(to, [.. moved.Select(e => e.PersonId).Distinct()], from);
            await db.SaveChangesAsync();
            return moved.Count;
        });
        return new(set.Id, done, 0);
    }

    private async Task<int> PutAsync(Group group, List<Guid> ids, DateOnly from)
    {
        var days = new Span(from, null);
        Rule.Require(group.IsOn(from), T.Say("The group '{0}' isn't there on {1:d}.", group.Name, from), "FromOn");
        var people = await db.People.Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName);
        Rule.Require(people.Count == ids.Count, "Somebody of them isn't here any more.", "People");
        var there = await db.Enrolments.AsNoTracking().Where(e => e.GroupId == group.Id).ToListAsync();
        foreach (var kept in there.Where(e => ids.Contains(e.PersonId) && e.Days.Overlaps(days)))
            Rule.Require(kept.FromOn <= from && kept.UntilOn is null || group.Kind == GroupKind.Subgroup && kept.FromOn <= from, T.Say("{0} is in the group on other days already: from {1:d}.", people[kept.PersonId], kept.FromOn), "FromOn");
        var news = ids.Where(id => !there.Exists(e => e.PersonId == id && e.Days.Overlaps(days))).ToList();
        var added = group.Kind == GroupKind.Subgroup ? await InPartAsync(group, news, from, people) : [.. news.Select(id => new Enrolment(group.Id, id, days))];
        if (group.Seats is { } seats)
        {
            var most = Span.Most([.. there.Select(e => e.Days), .. added.Select(e => e.Days)], days);
            Rule.Require(most <= seats, T.Say("Seats in the group '{0}': {1}. On one day there would be more people: {2}.", group.Name, seats, most), "People");
        }
        db.AddRange(added);
        return added.Count;
    }

    // Who learns in a part of a class is in the class, and leaves both on one day.
    private async Task<List<Enrolment>> InPartAsync(Group part, List<Guid> ids, DateOnly from, Dictionary<Guid, string> people)
    {
        var whole = part.PartOfId;
        var there = await db.Enrolments.AsNoTracking().Where(e => e.GroupId == whole && EF.Parameter(ids).Contains(e.PersonId)).ToListAsync();
        return [.. ids.Select(id =>
        {
            var inWhole = there.Find(e => e.PersonId == id && e.FromOn <= from && from <= e.Days.Last);
            Rule.Require(inWhole is not null, T.Say("{0} isn't in the class on that day.", people[id]), "People");
            return new Enrolment(part.Id, id, new(from, inWhole.UntilOn));
        })];
    }

    private async Task EndAsync(Group group, IReadOnlyList<Enrolment> ended, DateOnly last, string? reason)
    {
        foreach (var one in ended) one.End(last, reason);
        if (group.Kind != GroupKind.Class) return;
        var (whole, people) = (group.Id, ended.Select(e => e.PersonId).ToList());
        var parts = await db.Enrolments.Where(e => EF.Parameter(people).Contains(e.PersonId) && (e.UntilOn == null || e.UntilOn > last) && db.Set<Group>().Any(g => g.Id == e.GroupId && g.PartOfId == whole)).ToListAsync();
        Rule.Require(parts.TrueForAll(e => e.FromOn <= last), "Somebody of them begins in a part of the class later. Undo that first.", "LastOn");
        foreach (var one in parts) one.End(last, reason);
    }

    private void TellOfSeats(Group group)
    {
        if (group.Seats is not null) outbox.Add(new SeatsFreed(group.Id));
    }

    private async Task<List<Enrolment>> FindAsync(Group group, IReadOnlyCollection<Guid> enrolments)
    {
        var (id, ids) = (group.Id, Chosen(enrolments));
        var found = await db.Enrolments.Where(e => e.GroupId == id && EF.Parameter(ids).Contains(e.Id)).ToListAsync();
        return found.Count == ids.Count ? found : throw new NotFoundException();
    }

    private static List<Guid> Chosen(IReadOnlyCollection<Guid> chosen)
    {
        Rule.Require(chosen.Count > 0, "Choose at least one person first.", "People");
        Rule.Require(chosen.Count <= Most, T.Say("At most {0} at once.", Most), "People");
        return [.. chosen.Distinct()];
    }
}
