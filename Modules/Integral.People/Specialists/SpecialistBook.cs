using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Specialists;

/// <summary>What to look for; everything may be left out.</summary>
/// <param name="Organisation">Only its staff; <see cref="Guid.Empty"/> stands for the institution itself.</param>
/// <param name="Hours">Only those with as many hours a week, or more.</param>
internal sealed record SpecialistFilter(string? Text = null, Guid? Organisation = null, Guid? Competency = null, int? Hours = null, string? After = null);

/// <param name="Name">Of the competency, in the reader's language.</param>
internal sealed record SkillRow(Guid Competency, string Name, CompetencyLevel? Level);

/// <param name="Organisation">Whose staff it is, by name; null for the institution's own.</param>
internal sealed record SpecialistRow(Specialist Of, string? Organisation, IReadOnlyList<SkillRow> Skills);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record SpecialistPage(IReadOnlyList<SpecialistRow> Rows, string? Next);

/// <summary>The staff base: as many statements for a hundred as for one.</summary>
internal sealed class SpecialistBook(Db db, CompetencyList competencies)
{
    public const int PageSize = 50, MostOffered = 500;

    public async Task<SpecialistPage> PageAsync(SpecialistFilter filter, SpecialistReach reach, int size = PageSize)
    {
        var found = Filtered(filter, reach);
        if (filter.After?.Split('.') is [var sort, var id] && Guid.TryParseExact(id, "N", out var last)) found = found.Where(s => s.SortName.CompareTo(sort) > 0 || s.SortName == sort && s.Id > last);
        var rows = await found.OrderBy(s => s.SortName).ThenBy(s => s.Id).Take(size + 1).Include(s => s.Skills).ToListAsync();
        var shown = rows.Take(size).ToList();
        return new(await RowsAsync(shown), rows.Count > size ? $"{shown[^1].SortName}.{shown[^1].Id:N}" : null);
    }

    private IQueryable<Specialist> Filtered(SpecialistFilter filter, SpecialistReach reach)
    {
        var found = reach.Of(db.Specialists.AsNoTracking());
        if (filter.Organisation is { } organisation) found = organisation == Guid.Empty ? found.Where(s => s.OrganisationId == null) : found.Where(s => s.OrganisationId == organisation);
        if (filter.Competency is { } competency) found = found.Where(s => s.Skills.Any(k => k.CompetencyId == competency));
        if (filter.Hours is { } hours) found = found.Where(s => s.HoursAWeek >= hours);
        if (NameSearch.Key(filter.Text ?? "") is { Length: > 0 } text) found = found.Where(s => s.SearchName.Contains(text));
        return found;
    }

    /// <exception cref="NotFoundException">There is none within reach.</exception>
    public Task<Specialist> FindAsync(Guid id, SpecialistReach reach) => reach.Of(db.Specialists.Include(s => s.Skills)).SingleOr404Async(s => s.Id == id);

    public async Task<IReadOnlyList<SpecialistRow>> RowsAsync(IReadOnlyList<Specialist> some)
    {
        var ids = some.Select(s => s.OrganisationId).OfType<Guid>().Distinct().ToArray();
        var organisations = await db.Organisations.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Title);
        var (culture, number) = (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, 0);
        var known = (await competencies.AllAsync()).ToDictionary(c => c.Id, c => (Order: number++, Name: c.In(culture)));
        return [.. some.Select(s => new SpecialistRow(s, s.OrganisationId is { } of ? organisations.GetValueOrDefault(of) : null,
            [.. s.Skills.OrderBy(k => known[k.CompetencyId].Order).Select(k => new SkillRow(k.CompetencyId, known[k.CompetencyId].Name, k.Level))]))];
    }

    /// <summary>Whose staff can be written down: organisations that aren't in the archive.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OrganisationsAsync()
    {
        var offered = await db.Organisations.AsNoTracking().Where(o => o.ArchivedAt == null).OrderBy(o => o.SortName).ThenBy(o => o.Id).Take(MostOffered).ToListAsync();
        return [.. offered.Select(o => (o.Id, o.Title))];
    }
}
