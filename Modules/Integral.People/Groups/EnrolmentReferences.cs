using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Messaging;

namespace Integral.People.Groups;

/// <summary>A person's days in groups. Where both records were in one group on a day, it is one stay: nobody takes two seats.</summary>
internal sealed class EnrolmentReferences(Db db, Outbox outbox) : IPersonReferences
{
    public Type Rows => typeof(Enrolment);
    public Sentence? What => T.Say("Days in groups");

    public Task<int> CountAsync(Guid person) => db.Enrolments.CountAsync(e => e.PersonId == person);

    // In the order of those who move people.
    public async Task LockAsync(Guid from, Guid to)
    {
        foreach (var group in (await db.Enrolments.Where(e => e.PersonId == from).Select(e => e.GroupId).Distinct().ToListAsync()).Order()) await Enrolments.LockAsync(db, group);
    }

    public async Task MoveAsync(Guid from, Guid to)
    {
        await LockAsync(from, to);      // once more: of groups that they have come into since
        var all = await db.Enrolments.Where(e => e.PersonId == from || e.PersonId == to).OrderBy(e => e.FromOn).ThenBy(e => e.Id).ToListAsync();
        foreach (var one in all.Where(e => e.PersonId == from).ToList())
        {
            List<Enrolment> stay = [.. all.Where(e => e.PersonId == to && e.GroupId == one.GroupId && e.Days.Overlaps(one.Days)), one];
            // The one that ends last also knows why it ended.
            var last = stay.MaxBy(e => e.Days.Last)!;
            last.BelongTo(to, stay.Min(e => e.FromOn));
            foreach (var other in stay.Where(e => e != last))
            {
                db.Remove(other);
                all.Remove(other);
                outbox.Add(new SeatsFreed(other.GroupId));
            }
        }
    }
}
