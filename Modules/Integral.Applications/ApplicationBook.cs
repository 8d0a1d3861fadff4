using System.Globalization;
using Integral.Applications.Data;
using Integral.People.Contracts;

namespace Integral.Applications;

/// <summary>What to look for; everything may be left out.</summary>
/// <param name="Text">Part of a name, or a number.</param>
/// <param name="For">What it is for.</param>
/// <param name="List">Of one organisation's list.</param>
internal sealed record ApplicationFilter(string? Text = null, ApplicationStatus? Status = null, Guid? For = null, string? After = null, Guid? List = null)
{
    public Narrowing Narrow { get; init; } = new();
}

internal sealed record ApplicationRow(Guid Id, int Number, NewPerson Who, string ForTitle, Guid? ListId, string? Organisation, ApplicationStatus Status, DateTime SentAt)
{
    public string Name => Who.FullName;
}

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record ApplicationPage(IReadOnlyList<ApplicationRow> Rows, string? Next);

/// <summary>The applications of the institution, the latest first.</summary>
internal sealed class ApplicationBook(Db db, KnownOpenings openings)
{
    public const int PageSize = 50;

    public async Task<ApplicationPage> PageAsync(ApplicationFilter filter, int size = PageSize)
    {
        var applications = filter.Narrow.Of(db.Applications.AsNoTracking(), filter.Narrow.Programme is { } programme ? await openings.OfAsync(db, programme) : null);
        if (filter.Status is { } status) applications = applications.Where(a => a.Status == status);
        if (filter.List is { } list) applications = applications.Where(a => a.ListId == list);
        if (filter.For is { } id) applications = applications.Where(a => a.ForId == id);
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            var (words, number) = (NameSearch.Key(text), int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : -1);
            applications = applications.Where(a => a.Number == number || a.SearchName.Contains(words));
        }
        if (int.TryParse(filter.After, NumberStyles.None, CultureInfo.InvariantCulture, out var last)) applications = applications.Where(a => a.Number < last);
        var rows = await applications.OrderByDescending(a => a.Number).Take(size + 1)
            .Select(a => new ApplicationRow(a.Id, a.Number, new(a.FamilyName, a.GivenName, a.Patronymic, null, null, null), a.ForTitle, a.ListId, a.Organisation, a.Status, a.SentAt)).ToListAsync();
        return rows.Count > size ? new(rows[..size], rows[size - 1].Number.ToString(CultureInfo.InvariantCulture)) : new(rows, null);
    }

    /// <summary>How many there are in each state.</summary>
    public async Task<IReadOnlyDictionary<ApplicationStatus, int>> CountsAsync() =>
        await db.Applications.GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <exception cref="NotFoundException">There is none here.</exception>
    public Task<Application> FindAsync(Guid id) => db.Applications.AsNoTracking().Include(a => a.History.OrderBy(e => e.Id)).SingleOr404Async(a => a.Id == id);

    /// <summary>Who sent a list; null where nobody did.</summary>
    public Task<ApplicationList?> ListAsync(Guid id) => db.ApplicationLists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id);

    /// <summary>Those that an account has sent, the latest first.</summary>
    public Task<List<Application>> OfAccountAsync(Guid account) => db.Applications.AsNoTracking().Where(a => a.AccountId == account).OrderByDescending(a => a.Number).Take(PageSize).ToListAsync();
}
