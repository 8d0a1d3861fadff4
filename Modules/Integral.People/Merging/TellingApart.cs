using Integral.People.Data;

namespace Integral.People.Merging;

/// <summary>Remembers that two records that are alike are different people.</summary>
internal sealed class TellingApart(Db db)
{
    /// <summary>Said again it changes nothing.</summary>
    /// <exception cref="NotFoundException">One of them isn't here.</exception>
    public Task TellAsync(Guid one, Guid other) => db.WriteAsync(async () =>
    {
        if (one == other || await db.People.CountAsync(p => p.Id == one || p.Id == other) < 2) throw new NotFoundException();
        var said = new ToldApart(one, other);
        var (first, second) = (said.FirstId, said.SecondId);
        if (await db.ToldApart.AnyAsync(t => t.FirstId == first && t.SecondId == second)) return;
        db.Add(said);
        await db.SaveChangesAsync();
    });

    /// <summary>It isn't known any more: they may be proposed again.</summary>
    public async Task TakeBackAsync(Guid one, Guid other)
    {
        var said = new ToldApart(one, other);
        var (first, second) = (said.FirstId, said.SecondId);
        db.RemoveRange(await db.ToldApart.Where(t => t.FirstId == first && t.SecondId == second).ToListAsync());
        await db.SaveChangesAsync();
    }
}
