using Integral.People.Contracts;
using Integral.Programs.Data;

namespace Integral.Programs.Versions;

/// <summary>Writes the next version of a programme while visitors see the one that is there, for the screens and the API alike. What is written in a draft is written as in any programme.</summary>
internal sealed class DraftDesk(Db db, ProgrammeBook book, Current current, TimeProvider clock)
{
    /// <summary>The draft that is there, or a new one.</summary>
    /// <exception cref="RuleException">Visitors don't see the programme.</exception>
    public async Task<Programme> OpenAsync(Programme of)
    {
        if (of.DraftOfId is not null) return of;
        if (of.Draft is { } there) return await book.FindAsync(there.Id);
        var draft = of.Begin(current.Tenant.Culture, Now);
        db.Add(draft);
        await db.SaveChangesAsync();
        return draft;
    }

    /// <summary>Throws a draft away; visitors see what they saw.</summary>
    /// <returns>The programme whose next version it was.</returns>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="RuleException">It waits for approval.</exception>
    public async Task<Programme> DiscardAsync(Programme programme)
    {
        var of = programme.DraftOfId is { } id ? await book.FindAsync(id) : programme;
        var draft = await book.FindAsync(of.Draft?.Id ?? throw new NotFoundException());
        draft.RequireNotSent();
        of.Touch(Now);
        db.Remove(draft);
        await db.SaveChangesAsync();
        return of;
    }

    /// <summary>Writes what an older version says into the draft; into the programme itself where visitors don't see it. What stood there is lost.</summary>
    /// <returns>Where it is written.</returns>
    public async Task<Programme> RestoreAsync(Programme of, ProgrammeVersion version)
    {
        var (target, said) = (of.IsPublished || of.Draft is not null ? await OpenAsync(of) : of, version.Read());
        var category = said.Words.CategoryId;
        // A category or a competency may have been removed since.
        if (category is not null && !await db.LearnerCategories.AnyAsync(c => c.Id == category)) said = said with { Words = said.Words with { CategoryId = null } };
        Guid[] aims = [.. said.Words.Competencies.Select(c => c.Competency)];
        if (aims.Length > 0)
        {
            var there = await db.Set<Competency>().Where(c => EF.Parameter(aims).Contains(c.Id)).Select(c => c.Id).ToListAsync();
            said = said with { Words = said.Words with { Competencies = [.. said.Words.Competencies.Where(c => there.Contains(c.Competency))] } };
        }
        db.RemoveRange(target.Rewrite(said, current.Tenant.Culture, Now));
        await db.SaveChangesAsync();
        return target;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
