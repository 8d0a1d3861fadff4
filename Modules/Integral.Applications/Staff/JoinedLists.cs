using System.Globalization;
using Integral.Applications.Data;
using Integral.Platform.Sheets;

namespace Integral.Applications.Staff;

/// <summary>What an institution of the district has sent.</summary>
/// <param name="Counts">How many are in each state.</param>
internal sealed record JoinedSender(Guid Id, string Name, IReadOnlyDictionary<ApplicationStatus, int> Counts)
{
    public int People => Counts.Values.Sum();
    public int Of(ApplicationStatus status) => Counts.GetValueOrDefault(status);
}

/// <param name="For">What it is for; null for everything.</param>
/// <param name="Sender">The institution; null for all.</param>
internal sealed record JoinedFilter(Guid? For = null, Guid? Sender = null, string? After = null);

/// <param name="BornOn">As e-mail and phone only for who may see the applications themselves.</param>
internal sealed record JoinedRow(Guid Id, int Number, string FamilyName, string GivenName, string? Patronymic, DateOnly? BornOn, string? Email, string? Phone, string Sender, string ForTitle, ApplicationStatus Status, DateTime SentAt)
{
    public string Name => string.Join(' ', new[] { FamilyName, GivenName, Patronymic }.Where(p => !string.IsNullOrEmpty(p)));
}

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record JoinedPage(IReadOnlyList<JoinedRow> Rows, string? Next);

/// <summary>The lists of all schools of the district joined into one, for what one can apply for here or for everything: who has sent how many, who they are and how far.</summary>
internal sealed class JoinedLists(Db db, Current current, Texts texts)
{
    public const int PageSize = 100;
    private const int AtOnce = 500;

    // Whoever looks after the district sees who was sent and how far they are, and not how to reach them.
    private bool MaySeeThem => current.Can(ApplicationsModule.View);

    /// <summary>What there are lists for, with what it was called last.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Title)>> OpeningsAsync()
    {
        var all = await db.ApplicationLists.Where(l => l.SenderId != null).GroupBy(l => l.ForId).Select(g => new { g.Key, Title = g.Max(l => l.ForTitle) }).ToListAsync();
        return [.. all.Select(a => (a.Key, a.Title!)).OrderBy(a => a.Item2, StringComparer.CurrentCulture)];
    }

    /// <summary>Who has sent, those who have sent most first.</summary>
    public async Task<IReadOnlyList<JoinedSender>> SendersAsync(Guid? of)
    {
        var all = await Of(new(of)).GroupBy(a => new { a.SenderId, a.Status }).Select(g => new { g.Key.SenderId, g.Key.Status, Count = g.Count(), Name = g.Max(a => a.Organisation) }).ToListAsync();
        return [.. all.GroupBy(a => a.SenderId!.Value).Select(g => new JoinedSender(g.Key, g.First().Name!, g.ToDictionary(a => a.Status, a => a.Count))).OrderByDescending(s => s.People).ThenBy(s => s.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The people, in the order of their numbers.</summary>
    public async Task<JoinedPage> PageAsync(JoinedFilter filter, int size = PageSize)
    {
        var (applications, all) = (Of(filter), MaySeeThem);
        if (int.TryParse(filter.After, NumberStyles.None, CultureInfo.InvariantCulture, out var last)) applications = applications.Where(a => a.Number > last);
        var rows = await applications.OrderBy(a => a.Number).Take(size + 1).Select(a => new JoinedRow(a.Id, a.Number, a.FamilyName, a.GivenName, a.Patronymic, all ? a.BornOn : null, all ? a.Email : null, all ? a.Phone : null, a.Organisation!, a.ForTitle, a.Status, a.SentAt)).ToListAsync();
        return rows.Count > size ? new(rows[..size], rows[size - 1].Number.ToString(CultureInfo.InvariantCulture)) : new(rows, null);
    }

    public async Task WriteAsync(JoinedFilter filter, SheetFormat format, Stream to)
    {
        await using var sheet = SheetWriter.Open(format, to);
        string[] own = MaySeeThem ? [texts["Date of birth"], texts["E-mail"], texts["Phone"]] : [];
        await sheet.RowAsync([texts["No."], texts["Sent by"], texts["Family name"], texts["Given name"], texts["Patronymic"], .. own, texts["For what"], texts["Sent"], texts["State"]]);
        for (string? after = null; ;)
        {
            var page = await PageAsync(filter with { After = after }, AtOnce);
            foreach (var row in page.Rows) await sheet.RowAsync(Cells(row));
            if ((after = page.Next) is null) return;
        }
    }

    private IEnumerable<string> Cells(JoinedRow row) =>
    [
        row.Number.ToString(CultureInfo.InvariantCulture), row.Sender, row.FamilyName, row.GivenName, row.Patronymic ?? "",
        .. MaySeeThem ? [row.BornOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", row.Email ?? "", row.Phone ?? ""] : Array.Empty<string>(), row.ForTitle, db.Tenant.Zone.DayOf(row.SentAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), texts.Say(row.Status.Word()),
    ];

    private IQueryable<Application> Of(JoinedFilter filter)
    {
        var applications = db.Applications.AsNoTracking().Where(a => a.SenderId != null);
        if (filter.For is { } opening) applications = applications.Where(a => a.ForId == opening);
        return filter.Sender is { } sender ? applications.Where(a => a.SenderId == sender) : applications;
    }
}
