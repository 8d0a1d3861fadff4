using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Families;

/// <summary>Whose parent and whose child somebody is.</summary>
internal sealed class FamilyReferences(Db db) : IPersonReferences
{
    public static readonly Sentence AreTwo = T.Say("One of them is written down as the other one's family, so they are two people. Take that back first if it is wrong.");

    public Type Rows => typeof(FamilyLink);
    public Sentence? What => T.Say("Family members");

    public Task<int> CountAsync(Guid person) => db.FamilyLinks.CountAsync(f => f.AdultId == person || f.ChildId == person);

    // What both records say of one and the same relative is said by the one that goes on.
    public async Task MoveAsync(Guid from, Guid to)
    {
        var all = await db.FamilyLinks.Where(f => f.AdultId == from || f.ChildId == from || f.AdultId == to || f.ChildId == to).ToListAsync();
        Rule.Require(!all.Exists(f => f.AdultId == from && f.ChildId == to || f.AdultId == to && f.ChildId == from), AreTwo);
        foreach (var one in all.Where(f => f.AdultId == from || f.ChildId == from))
        {
            var isKnown = all.Exists(f => f != one && (f.AdultId == to && one.AdultId == from && f.ChildId == one.ChildId || f.ChildId == to && one.ChildId == from && f.AdultId == one.AdultId));
            if (isKnown) db.Remove(one);
            else one.Follow(from, to);
        }
    }
}
