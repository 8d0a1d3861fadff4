using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Reporting;

namespace Integral.People.Organisations;

/// <summary>A line of the history as it is shown.</summary>
/// <param name="With">The contact person's name, also of one in the bin.</param>
/// <param name="Assignee">Of a task, whose it is, by name.</param>
internal sealed record InteractionRow(Interaction Of, string? With, string? Assignee);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record InteractionPage(IReadOnlyList<InteractionRow> Rows, string? Next);

/// <param name="Organisation">Its name.</param>
internal sealed record TaskRow(Interaction Of, string Organisation);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record TaskPage(IReadOnlyList<TaskRow> Rows, string? Next);

/// <summary>The history with organisations, and whose tasks are open: as many statements for a hundred lines as for one.</summary>
internal sealed class InteractionBook(Db db, IPeople people, OrganisationStaff staff, Figures figures)
{
    public const int PageSize = 30, MostOpen = 50;

    private const string Days = "yyyyMMdd";

    /// <summary>By the institution's clock.</summary>
    public DateOnly Today => figures.Today;

    /// <summary>Of one organisation, newest first.</summary>
    public async Task<InteractionPage> PageAsync(Guid organisation, string? after, int size = PageSize)
    {
        var found = db.Interactions.AsNoTracking().Where(i => i.OrganisationId == organisation);
        if (Cursor(after) is var (day, last)) found = found.Where(i => i.On < day || i.On == day && i.Id < last);
        var rows = await found.OrderByDescending(i => i.On).ThenByDescending(i => i.Id).Take(size + 1).ToListAsync();
        return new(await NamedAsync(rows.Take(size)), rows.Count > size ? After(rows[size - 1].On, rows[size - 1].Id) : null);
    }

    /// <summary>Open tasks of one organisation, the most urgent first.</summary>
    public async Task<IReadOnlyList<InteractionRow>> OpenAsync(Guid organisation) =>
        await NamedAsync(await Open().Where(i => i.OrganisationId == organisation).OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(MostOpen).ToListAsync());

    /// <summary>Open tasks of the signed-in person, the most urgent first.</summary>
    public async Task<TaskPage> MineAsync(string? after, int size = PageSize)
    {
        var organisations = db.Organisations;
        var found = Mine();
        if (Cursor(after) is var (day, last)) found = found.Where(i => i.DueOn > day || i.DueOn == day && i.Id > last);
        var rows = await found.OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(size + 1).Join(organisations, i => i.OrganisationId, o => o.Id, (i, o) => new { Of = i, Organisation = o }).OrderBy(r => r.Of.DueOn).ThenBy(r => r.Of.Id).ToListAsync();
        return new([.. rows.Take(size).Select(r => new TaskRow(r.Of, r.Organisation.Title))], rows.Count > size ? After(rows[size - 1].Of.DueOn!.Value, rows[size - 1].Of.Id) : null);
    }

    public Task<int> CountMineAsync() => Mine().CountAsync();

    /// <exception cref="NotFoundException">The organisation has none of that id.</exception>
    public Task<Interaction> FindAsync(Guid organisation, Guid id) => db.Interactions.SingleOr404Async(i => i.OrganisationId == organisation && i.Id == id);

    private IQueryable<Interaction> Open() => db.Interactions.AsNoTracking().Where(i => i.Kind == InteractionKind.Task && i.DoneAt == null && i.StruckAt == null);

    private IQueryable<Interaction> Mine()
    {
        var (me, organisations) = (staff.Me, db.Organisations);
        return Open().Where(i => me != null && i.AssigneeId == me && organisations.Any(o => o.Id == i.OrganisationId && o.ArchivedAt == null));
    }

    private async Task<IReadOnlyList<InteractionRow>> NamedAsync(IEnumerable<Interaction> some)
    {
        var rows = some.ToList();
        var with = rows.Select(r => r.WithId).OfType<Guid>().Distinct().ToArray();
        var contacts = with.Length == 0 ? [] : await db.ContactPersons.IgnoreQueryFilters().AsNoTracking().Where(c => EF.Parameter(with).Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name);
        var assignees = await people.NamesAsync([.. rows.Select(r => r.AssigneeId).OfType<Guid>()]);
        return [.. rows.Select(r => new InteractionRow(r, r.WithId is { } c ? contacts.GetValueOrDefault(c) : null, r.AssigneeId is { } a ? assignees.GetValueOrDefault(a) : null))];
    }

    private static (DateOnly, Guid)? Cursor(string? after) =>
        after?.Split('.') is [var day, var id] && DateOnly.TryParseExact(day, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParseExact(id, "N", out var last) ? (on, last) : null;

    private static string After(DateOnly day, Guid id) => $"{day.ToString(Days, CultureInfo.InvariantCulture)}.{id:N}";
}
