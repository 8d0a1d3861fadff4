using Integral.People.Data;

namespace Integral.People.Specialists;

/// <summary>Writes the staff base, for the screens and the API alike. What is out of reach isn't there.</summary>
internal sealed class SpecialistDesk(Db db, Current current, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such organisation or competency within reach.</exception>
    public async Task<Specialist> AddAsync(SpecialistWords words, SpecialistReach reach)
    {
        var one = new Specialist();
        one.Describe(await CheckedAsync(one, words, reach), current.Tenant.Culture);
        db.Add(one);
        await db.SaveChangesAsync();
        return one;
    }

    /// <exception cref="NotFoundException">There is no such organisation or competency within reach.</exception>
    public async Task ChangeAsync(Specialist one, SpecialistWords words, SpecialistReach reach)
    {
        one.Describe(await CheckedAsync(one, words, reach), current.Tenant.Culture);
        await db.SaveChangesAsync();
    }

    /// <summary>Puts one into the bin; <see cref="RestoreAsync"/> takes it out again.</summary>
    public async Task DeleteAsync(Specialist one)
    {
        one.Delete(clock.GetUtcNow().UtcDateTime, current.Account?.AccountId);
        await db.SaveChangesAsync();
    }

    public async Task RestoreAsync(Guid id, SpecialistReach reach)
    {
        (await reach.Of(db.Specialists.IgnoreQueryFilters()).SingleOr404Async(s => s.Id == id && s.DeletedAt != null)).Restore();
        await db.SaveChangesAsync();
    }

    // Whose organisation was put into the archive meanwhile can still be changed there, but nobody is moved into one.
    private async Task<SpecialistWords> CheckedAsync(Specialist one, SpecialistWords words, SpecialistReach reach)
    {
        var chosen = reach.Chosen(words.Organisation);
        if (chosen is { } organisation && chosen != one.OrganisationId) (await db.Organisations.AsNoTracking().SingleOr404Async(o => o.Id == organisation)).RequireHere();
        var ids = words.Skills.Select(s => s.Competency).Distinct().ToArray();
        if (await db.Competencies.CountAsync(c => EF.Parameter(ids).Contains(c.Id)) < ids.Length) throw new NotFoundException();
        return words with { Organisation = chosen };
    }
}
