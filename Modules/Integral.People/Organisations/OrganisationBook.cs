using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Organisations;

/// <summary>What to look for; everything may be left out.</summary>
/// <param name="Mine">Only those that the signed-in person looks after.</param>
/// <param name="Archived">Only those in the archive; otherwise none of them.</param>
internal sealed record OrganisationFilter(string? Text = null, OrganisationKind? Kind = null, OrganisationStage? Stage = null, bool Mine = false, bool Archived = false, string? After = null);

/// <param name="Owner">Who looks after it, by name.</param>
internal sealed record OrganisationRow(Organisation Of, string? Owner);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record OrganisationPage(IReadOnlyList<OrganisationRow> Rows, string? Next);

/// <summary>The organisations of the institution: as many statements for a hundred as for one.</summary>
internal sealed class OrganisationBook(Db db, IPeople people, OrganisationStaff staff, Current current)
{
    public const int PageSize = 50, MostOffered = 500;

    public async Task<OrganisationPage> PageAsync(OrganisationFilter filter, int size = PageSize)
    {
        var found = Filtered(filter);
        if (filter.After?.Split('.') is [var sort, var id] && Guid.TryParseExact(id, "N", out var last)) found = found.Where(o => o.SortName.CompareTo(sort) > 0 || o.SortName == sort && o.Id > last);
        var rows = await found.OrderBy(o => o.SortName).ThenBy(o => o.Id).Take(size + 1).ToListAsync();
        var shown = rows.Take(size).ToList();
        var owners = await people.NamesAsync([.. shown.Select(o => o.OwnerId).OfType<Guid>()]);
        return new([.. shown.Select(o => new OrganisationRow(o, o.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null))], rows.Count > size ? $"{shown[^1].SortName}.{shown[^1].Id:N}" : null);
    }

    private IQueryable<Organisation> Filtered(OrganisationFilter filter)
    {
        var (found, contacts, me) = (db.Organisations.AsNoTracking(), db.ContactPersons, staff.Me);
        found = filter.Archived ? found.Where(o => o.ArchivedAt != null) : found.Where(o => o.ArchivedAt == null);
        if (filter.Kind is { } kind) found = found.Where(o => o.Kind == kind);
        if (filter.Stage is { } stage) found = found.Where(o => o.Stage == stage);
        if (filter.Mine) found = found.Where(o => me != null && o.OwnerId == me);
        if (NameSearch.Key(filter.Text ?? "") is { Length: > 0 } text) found = found.Where(o => o.SearchName.Contains(text) || contacts.Any(c => c.OrganisationId == o.Id && c.SearchName.Contains(text)));
        return found;
    }

    /// <exception cref="NotFoundException">There is none.</exception>
    public Task<Organisation> FindAsync(Guid id) => db.Organisations.SingleOr404Async(o => o.Id == id);

    /// <summary>What it is a branch of, and its own branches by name.</summary>
    public async Task<(Organisation? Above, IReadOnlyList<Organisation> Branches)> AroundAsync(Organisation organisation)
    {
        var (id, parent) = (organisation.Id, organisation.ParentId);
        var around = await db.Organisations.AsNoTracking().Where(o => o.Id == parent || o.ParentId == id).OrderBy(o => o.SortName).ThenBy(o => o.Id).Take(MostOffered).ToListAsync();
        return (around.Find(o => o.Id == parent), [.. around.Where(o => o.ParentId == id)]);
    }

    public async Task<string?> OwnerAsync(Organisation organisation) => organisation.OwnerId is { } owner ? (await people.NamesAsync([owner])).GetValueOrDefault(owner) : null;

    /// <summary>Of which another can be a branch, by name; the one that it is a branch of is among them.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfferedAsync(Organisation? of)
    {
        var (id, parent) = (of?.Id, of?.ParentId);
        var offered = await db.Organisations.AsNoTracking().Where(o => o.ArchivedAt == null && o.Id != id || o.Id == parent).OrderBy(o => o.Id == parent ? 0 : 1).ThenBy(o => o.SortName).ThenBy(o => o.Id).Take(MostOffered).ToListAsync();
        return [.. offered.OrderBy(o => o.SortName, StringComparer.Ordinal).Select(o => (o.Id, o.Title))];
    }

    /// <summary>The country of the last one that was written, else the one where the institution's language is spoken.</summary>
    public async Task<OrganisationCountry> UsualCountryAsync() =>
        await db.Organisations.AsNoTracking().OrderByDescending(o => o.Id).Select(o => (OrganisationCountry?)o.Country).FirstOrDefaultAsync() ?? current.Tenant.Culture switch
        {
            "kk" => OrganisationCountry.Kazakhstan,
            "ru" => OrganisationCountry.Russia,
            "uk" => OrganisationCountry.Ukraine,
            _ => OrganisationCountry.Other,
        };
}
