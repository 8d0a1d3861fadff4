using System.Globalization;
using Integral.People.Contracts;
using Integral.Platform.Sheets;
using Integral.Programs.Data;

namespace Integral.Programs.Competencies;

/// <summary>A competency that a programme builds, as it is shown.</summary>
/// <param name="Name">In the reader's language.</param>
internal sealed record ShownCompetency(Guid Id, string Name, CompetencyLevel? Level, bool IsPriority)
{
    /// <summary>«Welding (by oneself)».</summary>
    public string InWords(Texts texts) => BuiltCompetencies.InWords(Name, Level, texts);
}

/// <summary>A programme in the catalogue that builds a competency.</summary>
/// <param name="Until">The last day on which one can apply for a group that is recruited today; null where none is.</param>
internal sealed record BuildingProgramme(string Slug, string Name, int Hours, StudyForm Form, CompetencyLevel? Level, DateOnly? Until);

/// <summary>A competency that the region needs before others.</summary>
/// <param name="Programmes">By name.</param>
internal sealed record PriorityCompetency(Guid Id, string Name, IReadOnlyList<BuildingProgramme> Programmes);

/// <summary>Competencies of the institution's list as programmes build them, for visitors, staff and the API alike.</summary>
internal sealed class BuiltCompetencies(Db db, ProgrammeBook book)
{
    private const int MostProgrammes = 2000;

    public static string InWords(string name, CompetencyLevel? level, Texts texts) => level is { } reached ? texts["{0} ({1})", name, texts.Say(reached.Word())] : name;

    /// <summary>The whole list, by name.</summary>
    public Task<List<Competency>> AllAsync() => ByName(db.Set<Competency>()).ToListAsync();

    /// <summary>Those that programmes in the catalogue build, by name.</summary>
    public Task<List<Competency>> OfferedAsync()
    {
        var programmes = db.Programmes;
        return ByName(db.Set<Competency>().Where(c => programmes.Any(p => p.IsPublished && p.Competencies.Any(b => b.CompetencyId == c.Id)))).ToListAsync();
    }

    /// <summary>What a programme builds, by name.</summary>
    public static async Task<IReadOnlyList<ShownCompetency>> OfAsync(Db db, Programme programme)
    {
        if (programme.Competencies.Count == 0) return [];
        var levels = programme.Competencies.ToDictionary(c => c.CompetencyId, c => c.Level);
        Guid[] ids = [.. levels.Keys];
        return [.. (await ByName(db.Set<Competency>().Where(c => EF.Parameter(ids).Contains(c.Id))).ToListAsync()).Select(c => new ShownCompetency(c.Id, c.In(Culture), levels[c.Id], c.IsPriority))];
    }

    /// <summary>Some competency is a priority of the region.</summary>
    public Task<bool> HasPrioritiesAsync() => db.Set<Competency>().AnyAsync(c => c.IsPriority);

    /// <summary>The priorities of the region by name, each with the programmes in the catalogue that build it. Two statements, however many there are.</summary>
    public async Task<IReadOnlyList<PriorityCompetency>> PrioritiesAsync()
    {
        var priorities = await ByName(db.Set<Competency>().Where(c => c.IsPriority)).ToListAsync();
        var (today, built, programmes, ids) = (book.Today, db.Set<ProgrammeCompetency>(), db.Programmes, priorities.Select(c => c.Id).ToArray());
        var found = await (from b in built
                           join p in programmes on b.ProgrammeId equals p.Id
                           where p.IsPublished && EF.Parameter(ids).Contains(b.CompetencyId)
                           orderby p.SortName, p.Id
                           select new { b.CompetencyId, Of = new BuildingProgramme(p.Slug, p.Name, p.Hours, p.Form, b.Level, p.Recruitments.Where(r => r.FromOn <= today && r.UntilOn >= today).Max(r => (DateOnly?)r.UntilOn)) })
            .Take(MostProgrammes).ToListAsync();
        var building = found.ToLookup(f => f.CompetencyId, f => f.Of);
        return [.. priorities.Select(c => new PriorityCompetency(c.Id, c.In(Culture), [.. building[c.Id]]))];
    }

    /// <exception cref="NotFoundException">One of them isn't in the list.</exception>
    public async Task RequireKnownAsync(IReadOnlyList<AimedCompetency> aims)
    {
        Guid[] ids = [.. aims.Select(a => a.Competency).Distinct()];
        if (ids.Length > 0 && await db.Set<Competency>().CountAsync(c => EF.Parameter(ids).Contains(c.Id)) < ids.Length) throw new NotFoundException();
    }

    private static IQueryable<Competency> ByName(IQueryable<Competency> some) => some.AsNoTracking().OrderBy(c => c.SortName).ThenBy(c => c.Id);
    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
