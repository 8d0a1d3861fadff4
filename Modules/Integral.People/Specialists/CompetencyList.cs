using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Specialists;

/// <param name="Number">How many of the staff base have it, those in the bin too.</param>
/// <param name="Elsewhere">How often other modules name it: programmes that build it.</param>
internal sealed record UsedCompetency(Competency Of, int Number, int Elsewhere)
{
    public bool MayBeRemoved => Number + Elsewhere == 0;
}

/// <summary>All modules that name competencies.</summary>
internal sealed class CompetencyUses(IReadOnlyList<ICompetencyUse> all)
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync()
    {
        var counted = new Dictionary<Guid, int>();
        foreach (var use in all)
            foreach (var (id, number) in await use.CountAsync()) counted[id] = counted.GetValueOrDefault(id) + number;
        return counted;
    }
}

/// <summary>The institution's own list of competencies.</summary>
internal sealed class CompetencyList(Db db, CompetencyUses uses, Current current)
{
    public Task<List<Competency>> AllAsync() => db.Competencies.AsNoTracking().OrderBy(c => c.SortName).ThenBy(c => c.Id).ToListAsync();

    public async Task<IReadOnlyList<UsedCompetency>> UsedAsync()
    {
        var used = await db.SpecialistSkills.GroupBy(s => s.CompetencyId).Select(g => new { g.Key, Number = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Number);
        var elsewhere = await uses.CountAsync();
        return [.. (await AllAsync()).Select(c => new UsedCompetency(c, used.GetValueOrDefault(c.Id), elsewhere.GetValueOrDefault(c.Id)))];
    }

    /// <exception cref="NotFoundException">There is none here.</exception>
    public Task<Competency> FindAsync(Guid id) => db.Competencies.SingleOr404Async(c => c.Id == id);

    public async Task<Competency> AddAsync(CompetencyWords words)
    {
        var competency = new Competency();
        competency.Call(words, current.Tenant.Culture);
        Rule.Require(await db.Competencies.CountAsync() < Competency.Most, T.Say("There are at most {0} competencies.", Competency.Most));
        db.Add(competency);
        await db.SaveChangesAsync();
        return competency;
    }

    public async Task RenameAsync(Competency competency, CompetencyWords words)
    {
        competency.Call(words, current.Tenant.Culture);
        await db.SaveChangesAsync();
    }

    /// <exception cref="RuleException">Somebody has it, or another module names it.</exception>
    public async Task RemoveAsync(Competency competency)
    {
        var id = competency.Id;
        Rule.Require(!await db.SpecialistSkills.AnyAsync(s => s.CompetencyId == id), "Somebody has this competency: take it away there first.");
        Rule.Require(!(await uses.CountAsync()).ContainsKey(id), "Programmes build this competency: take it out there first.");
        db.Remove(competency);
        await db.SaveChangesAsync();
    }
}
