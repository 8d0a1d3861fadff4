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

    /// <summary>Why two records can't be one person by what is said of their families; null where they can.</summary>
    public static async Task<Sentence?> HindranceAsync(Db db, Guid from, Guid to) => await HindranceAsync(db, await Of(db, from, to).AsNoTracking().ToListAsync(), from, to);

    // What both records say of one and the same relative is said once.
    public async Task MoveAsync(Guid from, Guid to)
    {
        var all = await Of(db, from, to).ToListAsync();
        if (await HindranceAsync(db, all, from, to) is { } why) throw new RuleException(why);
        foreach (var one in all.Where(f => f.AdultId == from || f.ChildId == from))
        {
            if (all.Exists(f => f != one && one.IsLike(f, from, to))) db.Remove(one);
            else one.Follow(from, to);
        }
    }

    private static IQueryable<FamilyLink> Of(Db db, Guid from, Guid to) => db.FamilyLinks.Where(f => f.AdultId == from || f.ChildId == from || f.AdultId == to || f.ChildId == to);

    // Who may read of a child and take it home isn't decided by which of two records somebody keeps.
    private static async Task<Sentence?> HindranceAsync(Db db, List<FamilyLink> all, Guid from, Guid to)
    {
        if (all.Exists(f => f.AdultId == from && f.ChildId == to || f.AdultId == to && f.ChildId == from)) return AreTwo;
        if (all.Find(f => (f.AdultId == from || f.ChildId == from) && all.Exists(o => o != f && f.IsLike(o, from, to) && o.ToWords() != f.ToWords())) is not { } differs) return null;
        var relative = differs.OtherThan(from);
        return T.Say("Both are written down as family of '{0}', with other days or rights. Say the same on both cards first, or take one of the two back.", (await db.People.IgnoreQueryFilters().AsNoTracking().SingleAsync(p => p.Id == relative)).FullName);
    }
}
