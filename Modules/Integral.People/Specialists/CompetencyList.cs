using Integral.People.Data;

namespace Integral.People.Specialists;

/// <param name="Number">How many of the staff base have it, those in the bin too.</param>
internal sealed record UsedCompetency(Competency Of, int Number);

/// <summary>The institution's own list of competencies.</summary>
internal sealed class CompetencyList(Db db, Current current)
{
    public Task<List<Competency>> AllAsync() => db.Competencies.AsNoTracking().OrderBy(c => c.SortName).ThenBy(c => c.Id).ToListAsync();

    public async Task<IReadOnlyList<UsedCompetency>> UsedAsync()
    {
        var used = await db.SpecialistSkills.GroupBy(s => s.CompetencyId).Select(g => new { g.Key, Number = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Number);
        return [.. (await AllAsync()).Select(c => new UsedCompetency(c, used.GetValueOrDefault(c.Id)))];
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

    /// <exception cref="RuleException">Somebody has it.</exception>
    public async Task RemoveAsync(Competency competency)
    {
        var id = competency.Id;
        Rule.Require(!await db.SpecialistSkills.AnyAsync(s => s.CompetencyId == id), "Somebody has this competency: take it away there first.");
        db.Remove(competency);
        await db.SaveChangesAsync();
    }
}
