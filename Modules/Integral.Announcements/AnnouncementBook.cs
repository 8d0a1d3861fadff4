using Integral.Announcements.Data;
using Integral.Communication.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Web;

namespace Integral.Announcements;

/// <summary>An announcement as its reader finds it.</summary>
/// <param name="From">The person, or the institution above.</param>
/// <param name="ReadEdition">The one that the reader has read; null where they haven't.</param>
internal sealed record AnnouncementRow(Guid Id, string Title, string Summary, string From, DateTime At, DateTime? ChangedAt, DateOnly FromOn, DateOnly? UntilOn, bool IsImportant, int Edition, int? ReadEdition, DateTime? WithdrawnAt)
{
    public bool IsRead => ReadEdition == Edition;

    /// <summary>They read it before it was corrected.</summary>
    public bool IsChanged => ReadEdition < Edition;
}

/// <summary>What is announced to the current person, for the screen and the API alike. As many statements whoever it is for, and however many read it.</summary>
internal sealed class AnnouncementBook(Db db, Current current, IOwnNotices notices, Alarm alarm, TimeProvider clock)
{
    public const int PageSize = 20, OnBoard = 5;

    /// <summary>How long is gathered before the institution above is told how many have read.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMinutes(5);

    public DateOnly Today => current.Tenant.Zone.DayOf(Now);

    /// <summary>What is to be read today: first what is important and wasn't read, then the latest.</summary>
    public Task<List<AnnouncementRow>> BoardAsync()
    {
        var (me, today, receipts) = (Me, Today, db.AnnouncementReceipts);
        return Rows(Mine().Where(a => a.WithdrawnAt == null && (a.UntilOn == null || today <= a.UntilOn))
            .OrderByDescending(a => a.IsImportant && !receipts.Any(r => r.AnnouncementId == a.Id && r.AccountId == me && r.Edition == a.Edition)).ThenByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(OnBoard)).ToListAsync();
    }

    /// <summary>All that was ever announced to them and isn't withdrawn, the latest first.</summary>
    public async Task<(IReadOnlyList<AnnouncementRow> Rows, TimeCursor? Next)> PageAsync(bool unread, TimeCursor? after, int size = PageSize)
    {
        var (me, receipts) = (Me, db.AnnouncementReceipts);
        var some = Mine().Where(a => a.WithdrawnAt == null);
        if (unread) some = some.Where(a => !receipts.Any(r => r.AnnouncementId == a.Id && r.AccountId == me && r.Edition == a.Edition));
        if (after is { At: var at, Id: var id }) some = some.Where(a => a.PublishedAt < at || a.PublishedAt == at && a.Id < id);
        var rows = await Rows(some.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Take(size + 1)).ToListAsync();
        return rows.Count > size ? (rows[..size], new(rows[size - 1].At, rows[size - 1].Id)) : (rows, null);
    }

    /// <summary>One with its text, also after it was withdrawn: whoever was told of it learns that.</summary>
    /// <exception cref="NotFoundException">It isn't for them, or not yet.</exception>
    public async Task<(AnnouncementRow Row, Announcement Announcement)> FindAsync(Guid id)
    {
        var row = await Rows(Mine().Where(a => a.Id == id)).SingleOrDefaultAsync() ?? throw new NotFoundException();
        return (row, await db.Announcements.AsNoTracking().SingleAsync(a => a.Id == id));
    }

    /// <summary>They say that they have read it; what the bell tells of it is read with it.</summary>
    /// <param name="edition">The one that was on the screen.</param>
    /// <exception cref="NotFoundException">It isn't for them.</exception>
    /// <exception cref="RuleException">It was corrected or withdrawn meanwhile.</exception>
    public Task ReadAsync(Guid id, int edition) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var (row, one) = await FindAsync(id);
        Rule.Require(row.WithdrawnAt is null, "It was withdrawn meanwhile.");
        Rule.Require(row.Edition == edition, "It was corrected a moment ago. Read it once more.");
        if (row.IsRead) return;
        var (me, now) = (Me, Now);
        var receipt = await db.AnnouncementReceipts.SingleOrDefaultAsync(r => r.AnnouncementId == id && r.AccountId == me);
        if (receipt is null) db.Add(receipt = new() { AnnouncementId = id, AccountId = me });
        receipt.Read(edition, now);
        await notices.ReadAboutAsync(AnnouncementNotice.AboutOf(id));
        if (!one.IsOwn) await ReportAsync(id, now + Gathering);
        await db.SaveChangesAsync();
    });

    private async Task ReportAsync(Guid id, DateTime at)
    {
        await alarm.SetAsync(current.Tenant.Id, AnnouncementTimes.Alarm, at);
        await db.Announcements.Where(a => a.Id == id && a.ReportAt == null).ExecuteUpdateAsync(a => a.SetProperty(x => x.ReportAt, at));
    }

    private IQueryable<AnnouncementRow> Rows(IQueryable<Announcement> some)
    {
        var (me, receipts) = (Me, db.AnnouncementReceipts);
        return some.Select(a => new AnnouncementRow(a.Id, a.Title, a.Summary, a.AuthorName, a.PublishedAt!.Value, a.ChangedAt, a.FromOn, a.UntilOn, a.IsImportant, a.Edition,
            receipts.Where(r => r.AnnouncementId == a.Id && r.AccountId == me).Select(r => (int?)r.Edition).FirstOrDefault(), a.WithdrawnAt));
    }

    private IQueryable<Announcement> Mine()
    {
        var (account, today) = (current.Account!, Today);
        var (roles, person) = (account.OwnRoles.ToArray(), account.PersonId ?? Guid.Empty);
        var (groups, children, isHere) = (GroupCircles.Of(db, person, today), GroupCircles.OfChildren(db, person, today), roles.Length > 0);
        return db.Announcements.AsNoTracking().Where(a => a.PublishedAt != null && a.FromOn <= today && a.Audience.Any(p =>
            p.Kind == AudienceKind.Everybody && isHere
            || p.Kind == AudienceKind.Role && EF.Parameter(roles).Contains(p.Role!)
            || p.Kind == AudienceKind.Person && p.PersonId == person
            || p.Kind == AudienceKind.Members && groups.Any(g => g == p.GroupId)
            || p.Kind == AudienceKind.Parents && children.Any(g => g == p.GroupId)));
    }

    private Guid Me => current.Account!.AccountId;
    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
