using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Messaging;

namespace Integral.People.Groups;

/// <summary>What is said of a group.</summary>
internal sealed record GroupWords(string Name, DateOnly FromOn, DateOnly? UntilOn, int? Seats)
{
    public Span Days => new(FromOn, UntilOn);
}

/// <summary>Makes and changes groups, for the screens and the API alike.</summary>
internal sealed class GroupDesk(Db db, Current current, Outbox outbox, TimeProvider clock)
{
    /// <param name="kind">For ever.</param>
    /// <param name="partOf">Of a part of a class: the class.</param>
    /// <param name="words">What is said of it.</param>
    /// <exception cref="NotFoundException">There is no such class.</exception>
    /// <exception cref="RuleException">Something in it can't be so.</exception>
    public async Task<Group> AddAsync(GroupKind kind, Guid? partOf, GroupWords words)
    {
        if (partOf is { } whole && !await db.Groups.AnyAsync(g => g.Id == whole)) throw new NotFoundException();
        Rule.Require(kind == GroupKind.Subgroup == partOf is not null, kind == GroupKind.Subgroup ? T.Say("Choose the class of which it is a part.") : T.Say("Only a part of a class belongs to one."), "PartOf");
        var group = new Group(kind, partOf);
        await DescribeAsync(group, words);
        db.Add(group);
        await db.SaveChangesAsync();
        return group;
    }

    public async Task ChangeAsync(Group group, GroupWords words)
    {
        await db.WriteAsync(async () =>
        {
            await Enrolments.LockAsync(db, group);
            var seats = group.Seats;
            await DescribeAsync(group, words);
            await FitAsync(group, words);
            if (seats is not null && (group.Seats is null || group.Seats > seats)) outbox.Add(new SeatsFreed(group.Id));
            return await db.SaveChangesAsync();
        });
    }

    private async Task DescribeAsync(Group group, GroupWords words)
    {
        var days = words.Days.Checked();
        if (group.PartOfId is { } id)
        {
            var whole = await db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.Kind == GroupKind.Class);
            Rule.Require(whole is not null, "Choose the class of which it is a part.", "PartOf");
            Rule.Require(new Span(whole.FromOn, whole.UntilOn).Holds(days), T.Say("The class '{0}' isn't there on all of these days.", whole.Name), "FromOn");
        }
        group.Describe(words.Name, days, words.Seats, current.Tenant.Culture);
    }

    // Nobody drops out of a group because its days or seats were typed anew.
    private async Task FitAsync(Group group, GroupWords words)
    {
        var spans = await Enrolments.SpansAsync(db, group.Id);
        var outside = spans.Count(s => !words.Days.Holds(s with { Until = s.Until ?? words.UntilOn }));
        Rule.Require(outside == 0, T.Say("In the group on other days than these: {0}. Change their days first.", outside), "FromOn");
        var (from, until) = (words.FromOn, words.UntilOn);
        var parts = await db.Groups.CountAsync(g => g.PartOfId == group.Id && (g.FromOn < from || until != null && (g.UntilOn == null || g.UntilOn > until)));
        Rule.Require(parts == 0, "The class has parts on other days than these. Change these first.", "FromOn");
        if (words.Seats is { } seats && Span.Most(spans, words.Days) is var most) Rule.Require(most <= seats, T.Say("On one day there are more people in it already: {0}.", most), "Seats");
    }

    /// <summary>Puts it into the bin; <see cref="RestoreAsync"/> takes it out again.</summary>
    /// <exception cref="RuleException">Somebody is in it today or later.</exception>
    public Task DeleteAsync(Group group, DateOnly today) => db.WriteAsync(async () =>
    {
        await Enrolments.LockAsync(db, group);
        var there = group.UntilOn < today ? 0 : await db.Enrolments.CountAsync(e => e.GroupId == group.Id && (e.UntilOn == null || e.UntilOn >= today));
        Rule.Require(there == 0, T.Say("In the group today or later: {0}. Let them leave it first.", there));
        Rule.Require(!await db.Groups.AnyAsync(g => g.PartOfId == group.Id), "The class has parts. Put these into the bin first.");
        group.Delete(clock.GetUtcNow().UtcDateTime, current.Account?.AccountId);
        return await db.SaveChangesAsync();
    });

    public async Task RestoreAsync(Guid id)
    {
        var group = await db.Groups.IgnoreQueryFilters().SingleOr404Async(g => g.Id == id && g.DeletedAt != null);
        Rule.Require(group.PartOfId is not { } whole || await db.Groups.AnyAsync(g => g.Id == whole), "The class is in the bin. Take it out first.");
        group.Restore();
        await db.SaveChangesAsync();
    }
}
