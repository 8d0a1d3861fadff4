using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Merging;

/// <summary>From whom a person was told apart. Of these two it isn't true any more.</summary>
internal sealed class ToldApartReferences(Db db) : IPersonReferences
{
    public Type Rows => typeof(ToldApart);
    public Sentence? What => null;

    public Task<int> CountAsync(Guid person) => db.ToldApart.CountAsync(t => t.FirstId == person || t.SecondId == person);

    public async Task MoveAsync(Guid from, Guid to)
    {
        var of = await db.ToldApart.Where(t => t.FirstId == from || t.SecondId == from || t.FirstId == to || t.SecondId == to).ToListAsync();
        var known = of.Where(t => t.FirstId == to || t.SecondId == to).Select(t => t.OtherThan(to)).Append(to).ToHashSet();
        foreach (var one in of.Where(t => t.FirstId == from || t.SecondId == from))
        {
            db.Remove(one);
            if (known.Add(one.OtherThan(from))) db.Add(new ToldApart(to, one.OtherThan(from)));
        }
    }
}
