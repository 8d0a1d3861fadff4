using System.Globalization;
using Integral.Applications.Data;
using Integral.People.Contracts;
using Integral.Platform.Reporting;

namespace Integral.Applications.Staff;

/// <summary>What a centre of the district offers, as the institution sees it that can send its staff.</summary>
/// <param name="Centre">Its name.</param>
/// <param name="Page">Address of its public page.</param>
/// <param name="IsOpen">One can apply today.</param>
/// <param name="Listed">How many were sent for it.</param>
internal sealed record ShownOffer(OfferedOpening Of, string Centre, string Page, bool IsOpen, int Listed);

/// <param name="Centre">Name of the centre.</param>
/// <param name="People">How many are on it.</param>
/// <param name="Waiting">Of how many it isn't known yet what becomes of them.</param>
/// <param name="Enrolled">How many have a seat.</param>
internal sealed record ShownStaffList(Guid Id, string Title, string Centre, DateTime SentAt, int People, int Waiting, int Enrolled);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record StaffListPage(IReadOnlyList<ShownStaffList> Rows, string? Next);

/// <param name="IsListed">They were sent for it, and it isn't over.</param>
internal sealed record Sendable(Employee Of, bool IsListed)
{
    public bool MayBeSent => !IsListed && Of.Who.BornOn is not null;
}

/// <summary>What an institution can send its staff for, and what became of those it has sent. Others' people aren't in its data.</summary>
internal sealed class StaffBook(Db db, Catalogue catalogue, TenantAddresses addresses, IEmployees employees, Figures figures)
{
    public const int PageSize = 50;

    /// <summary>Those for which one can apply today or later, the soonest to end first.</summary>
    public async Task<IReadOnlyList<ShownOffer>> OffersAsync()
    {
        var today = figures.Today;
        var offers = await db.OfferedOpenings.AsNoTracking().Where(o => o.UntilOn >= today).OrderBy(o => o.UntilOn).ThenBy(o => o.Title).ThenBy(o => o.Id).ToListAsync();
        var listed = await db.StaffListed.Where(p => p.Trouble == null).Join(db.StaffLists, p => p.ListId, l => l.Id, (p, l) => new { l.CentreId, l.OpeningId }).GroupBy(l => new { l.CentreId, l.OpeningId }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return [.. offers.Select(o => (Of: o, Centre: catalogue.Of(o.CentreId))).Where(o => IsOfTheDistrict(o.Centre))
            .Select(o => new ShownOffer(o.Of, o.Centre!.Name, $"{addresses.Base(o.Centre)}{o.Of.Address}", o.Of.IsOpenOn(today), listed.Find(l => l.Key.CentreId == o.Of.CentreId && l.Key.OpeningId == o.Of.OpeningId)?.Count ?? 0))];
    }

    /// <exception cref="NotFoundException">It isn't offered here.</exception>
    public async Task<OfferedOpening> OfferAsync(Guid id) => await db.OfferedOpenings.AsNoTracking().SingleOr404Async(o => o.Id == id) is { } offer && IsOfTheDistrict(catalogue.Of(offer.CentreId)) ? offer : throw new NotFoundException();

    // A centre that was moved elsewhere isn't sent anybody's data, also before its offers are gone here.
    private bool IsOfTheDistrict(Tenant? centre) => centre is { State: TenantState.Running, ParentId: { } district } && catalogue.IsAtOrBelow(db.Tenant, district);

    /// <summary>Who of the staff was sent for it, where that isn't over.</summary>
    public async Task<IReadOnlySet<Guid>> ListedAsync(OfferedOpening offer)
    {
        var (centre, opening) = (offer.CentreId, offer.OpeningId);
        var all = await db.StaffLists.Where(l => l.CentreId == centre && l.OpeningId == opening).SelectMany(l => l.People).Where(p => p.Trouble == null).Select(p => new { p.PersonId, p.Status }).ToListAsync();
        return all.Where(p => p.Status is not (ApplicationStatus.Refused or ApplicationStatus.Withdrawn)).Select(p => p.PersonId).ToHashSet();
    }

    /// <summary>The staff by name.</summary>
    public async Task<IReadOnlyList<Sendable>> StaffAsync(OfferedOpening offer)
    {
        var listed = await ListedAsync(offer);
        return [.. (await employees.AllAsync()).Select(e => new Sendable(e, listed.Contains(e.PersonId)))];
    }

    /// <summary>The lists that were sent, the latest first.</summary>
    public async Task<StaffListPage> PageAsync(string? after, int size = PageSize)
    {
        var skipped = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 0;
        var rows = await db.StaffLists.AsNoTracking().OrderByDescending(l => l.SentAt).ThenBy(l => l.Id).Skip(skipped).Take(size + 1).Select(l => new { l.Id, l.Title, l.CentreId, l.SentAt, People = l.People.Count, Over = l.People.Count(p => p.Trouble != null || p.Status == ApplicationStatus.Enrolled || p.Status == ApplicationStatus.Refused || p.Status == ApplicationStatus.Withdrawn),
            Enrolled = l.People.Count(p => p.Status == ApplicationStatus.Enrolled) }).ToListAsync();
        return new([.. rows.Take(size).Select(l => new ShownStaffList(l.Id, l.Title, catalogue.Of(l.CentreId)?.Name ?? "", l.SentAt, l.People, l.People - l.Over, l.Enrolled))], rows.Count > size ? $"{skipped + size}" : null);
    }

    /// <exception cref="NotFoundException">This institution has sent none like that.</exception>
    public async Task<(StaffList List, string Centre)> FindAsync(Guid id)
    {
        var list = await db.StaffLists.AsNoTracking().Include(l => l.People.OrderBy(p => p.Name).ThenBy(p => p.Id)).SingleOr404Async(l => l.Id == id);
        return (list, catalogue.Of(list.CentreId)?.Name ?? "");
    }

    /// <summary>How many of the staff were sent and have no answer yet.</summary>
    public Task<int> WaitingAsync() => db.StaffListed.CountAsync(p => p.Trouble == null && p.Status != ApplicationStatus.Enrolled && p.Status != ApplicationStatus.Refused && p.Status != ApplicationStatus.Withdrawn);
}
