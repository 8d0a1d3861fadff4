using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Groups;

/// <summary>What all who change a group's people begin with.</summary>
internal static class Enrolments
{
    /// <summary>
    /// Until the transaction ends nobody else changes the group or who is in it: seats are counted and given in one go. To be called within one;
    /// the group is as it is now afterwards.
    /// </summary>
    /// <exception cref="NotFoundException">It is gone.</exception>
    public static async Task LockAsync(Db db, Group group)
    {
        if (await LockAsync(db, group.Id) == 0) throw new NotFoundException();
        var opened = group.Version;
        await db.Entry(group).ReloadAsync();
        if (group.Version != opened) throw new DbUpdateConcurrencyException();
    }

    /// <summary>The same by its id, also of one in the bin.</summary>
    /// <returns>0 where it is gone.</returns>
    // The row itself is the lock on PostgreSQL; on SQLite there is one writer anyway.
    public static Task<int> LockAsync(Db db, Guid id) => db.Groups.IgnoreQueryFilters().Where(g => g.Id == id).ExecuteUpdateAsync(g => g.SetProperty(x => x.Seats, x => x.Seats));

    public static async Task<List<Span>> SpansAsync(Db db, Guid group) =>
        [.. (await db.Enrolments.AsNoTracking().Where(e => e.GroupId == group).Select(e => new { e.FromOn, e.UntilOn }).ToListAsync()).Select(e => new Span(e.FromOn, e.UntilOn))];
}
