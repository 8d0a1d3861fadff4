using Integral.People.Contracts;
using Integral.Platform.Reporting;
using Integral.Programs.Competencies;
using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>What to look for; everything may be left out.</summary>
/// <param name="IsOpen">Only those for which one can apply today.</param>
/// <param name="IsPublic">Only those that visitors see.</param>
/// <param name="IsTemplate">Templates instead of programmes.</param>
/// <param name="Competency">Only those that build it.</param>
/// <param name="IsPriority">Only those that build a priority competency of the region.</param>
internal sealed record ProgrammeFilter(string? Text = null, StudyForm? Form = null, bool IsOpen = false, bool IsPublic = false, string? After = null, Guid? Category = null, bool IsTemplate = false, Guid? Competency = null, bool IsPriority = false);

/// <param name="Until">The last day on which one can apply for a group that is recruited today; null where none is.</param>
/// <param name="ModuleHours">Of all its modules.</param>
/// <param name="IsSent">It waits for approval, or the draft of its next version does.</param>
internal sealed record ProgrammeRow(Guid Id, string Slug, string Name, string SortName, string Summary, int Hours, StudyForm Form, string Audience, bool IsPublished, DateOnly? Until, int ModuleHours, bool IsSent);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record ProgrammePage(IReadOnlyList<ProgrammeRow> Rows, string? Next);

/// <summary>The programmes of the institution, for the catalogue, staff and the API alike.</summary>
internal sealed class ProgrammeBook(Db db, Figures figures)
{
    public const int PageSize = 50;

    /// <summary>By the institution's clock.</summary>
    public DateOnly Today => figures.Today;

    public async Task<ProgrammePage> PageAsync(ProgrammeFilter filter, int size = PageSize)
    {
        var (today, programmes) = (Today, db.Programmes.AsNoTracking().Where(p => p.IsTemplate == filter.IsTemplate && p.DraftOfId == null));
        if (filter.IsPublic) programmes = programmes.Where(p => p.IsPublished);
        if (filter.Form is { } form) programmes = programmes.Where(p => p.Form == form);
        if (filter.Category is { } category) programmes = programmes.Where(p => p.CategoryId == category);
        if (filter.Competency is { } competency) programmes = programmes.Where(p => p.Competencies.Any(b => b.CompetencyId == competency));
        var competencies = db.Set<Competency>();
        if (filter.IsPriority) programmes = programmes.Where(p => p.Competencies.Any(b => competencies.Any(c => c.Id == b.CompetencyId && c.IsPriority)));
        if (filter.IsOpen) programmes = programmes.Where(p => p.Recruitments.Any(r => r.FromOn <= today && r.UntilOn >= today));
        if (NameSearch.Key(filter.Text ?? "") is { Length: > 0 } text) programmes = programmes.Where(p => p.SearchText.Contains(text));
        if (filter.After?.Split('.') is [var sort, var id] && Guid.TryParseExact(id, "N", out var last)) programmes = programmes.Where(p => p.SortName.CompareTo(sort) > 0 || p.SortName == sort && p.Id > last);
        var rows = await programmes.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(size + 1).Select(p => new ProgrammeRow(p.Id, p.Slug, p.Name, p.SortName, p.Summary, p.Hours, p.Form, p.Audience, p.IsPublished,
            p.Recruitments.Where(r => r.FromOn <= today && r.UntilOn >= today).Max(r => (DateOnly?)r.UntilOn), p.Modules.Sum(m => m.Lectures + m.Practice + m.SelfStudy + m.Assessment), p.SentAt != null || p.Draft!.SentAt != null)).ToListAsync();
        return rows.Count > size ? new(rows[..size], $"{rows[size - 1].SortName}.{rows[size - 1].Id:N}") : new(rows, null);
    }

    /// <exception cref="NotFoundException">There is none here.</exception>
    public Task<Programme> FindAsync(Guid id) => FindAsync(db, id);

    /// <exception cref="NotFoundException">There is none here.</exception>
    public static Task<Programme> FindAsync(Db db, Guid id) => db.Programmes.Include(p => p.Draft).Include(p => p.Recruitments).Include(p => p.Modules).Include(p => p.Competencies).AsSplitQuery().SingleOr404Async(p => p.Id == id);

    /// <summary>The one at a public address.</summary>
    /// <exception cref="NotFoundException">There is none that visitors see.</exception>
    public Task<Programme> AtAsync(string slug) => db.Programmes.AsNoTracking().Include(p => p.Recruitments).Include(p => p.Modules).Include(p => p.Competencies).AsSplitQuery().SingleOr404Async(p => p.Slug == slug && p.IsPublished);

    /// <summary>The competencies that it builds, by name.</summary>
    public Task<IReadOnlyList<ShownCompetency>> CompetenciesAsync(Programme programme) => BuiltCompetencies.OfAsync(db, programme);

    /// <summary>Its groups by their first day, with what is free in them.</summary>
    public async Task<IReadOnlyList<ShownRecruitment>> RecruitmentsAsync(Programme programme)
    {
        var today = Today;
        var groups = await GroupSeats.OfAsync(db, [.. programme.Recruitments.Select(r => r.GroupId)], today);
        return [.. programme.Recruitments.Where(r => groups.ContainsKey(r.GroupId)).Select(r => new ShownRecruitment(r, groups[r.GroupId], today)).OrderBy(r => r.Group.FromOn).ThenBy(r => r.Group.Name, StringComparer.Ordinal)];
    }

    /// <summary>Training groups for which no applications are taken yet, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> FreeGroupsAsync()
    {
        var groups = await GroupSeats.TrainingAsync(db, Today);
        var ids = groups.Select(g => g.Id).ToArray();
        var taken = await db.Recruitments.Where(r => EF.Parameter(ids).Contains(r.GroupId)).Select(r => r.GroupId).ToListAsync();
        taken.AddRange(await db.OwnProgrammes.Where(o => o.GroupId != null && EF.Parameter(ids).Contains(o.GroupId.Value)).Select(o => o.GroupId!.Value).ToListAsync());
        return [.. groups.Where(g => !taken.Contains(g.Id))];
    }
}
