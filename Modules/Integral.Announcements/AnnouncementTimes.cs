using Integral.Announcements.Data;
using Integral.Communication.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;

namespace Integral.Announcements;

/// <summary>Tells people of announcements when their time has come, and the institution above how many have read what it says.</summary>
internal sealed class AnnouncementTimes(Db db, Current current, Catalogue catalogue, AudienceReach reach, INotices notices, Outbox outbox, TimeProvider clock) : IWakes
{
    public const string Alarm = "announcements.times";

    /// <summary>Until then what was written has been committed: who is woken sooner finds nothing.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>As many as notices take of one thing; the next ones are the next message.</summary>
    private const int PeopleAtOnce = 200, AtOnce = 20;

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var id in await db.Announcements.Where(a => a.TellAt <= now).OrderBy(a => a.TellAt).Select(a => a.Id).Take(AtOnce).ToListAsync(stopping)) await db.WriteAsync(() => TellAsync(id, now, stopping), stopping);
        foreach (var id in await db.Announcements.Where(a => a.ReportAt <= now).OrderBy(a => a.ReportAt).Select(a => a.Id).Take(AtOnce).ToListAsync(stopping)) await db.WriteAsync(() => ReportAsync(id, now, stopping), stopping);
        var (tell, report) = (await db.Announcements.MinAsync(a => a.TellAt, stopping), await db.Announcements.MinAsync(a => a.ReportAt, stopping));
        return tell is null || report < tell ? report : tell;
    }

    private async Task TellAsync(Guid id, DateTime now, CancellationToken stopping)
    {
        db.ChangeTracker.Clear();
        if (await db.Announcements.Where(a => a.Id == id && a.TellAt <= now).ExecuteUpdateAsync(a => a.SetProperty(x => x.TellAt, (DateTime?)null), stopping) == 0) return;      // another node was quicker
        var one = await db.Announcements.AsNoTracking().Include(a => a.Audience).SingleAsync(a => a.Id == id, stopping);
        var people = (await reach.OfAsync(one.Audience, stopping)).Select(r => r.AccountId).ToList();
        Tell(one, one.Told == 0 ? await NewAsync(one, people, stopping) : await ReadersAsync(one, people, stopping));
        var (edition, report) = (one.Edition, one.IsOwn ? one.ReportAt : now);
        await db.Announcements.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Told, edition).SetProperty(x => x.ReportAt, report), stopping);
        await db.SaveChangesAsync(stopping);
    }

    // Who was quicker than the bell has read it.
    private async Task<List<Guid>> NewAsync(Announcement one, List<Guid> people, CancellationToken stopping)
    {
        var (id, edition) = (one.Id, one.Edition);
        return [.. people.Except(await db.AnnouncementReceipts.Where(r => r.AnnouncementId == id && r.Edition == edition).Select(r => r.AccountId).ToListAsync(stopping))];
    }

    // Who hasn't read it yet finds the corrected one where they were told of it.
    private async Task<List<Guid>> ReadersAsync(Announcement one, List<Guid> people, CancellationToken stopping)
    {
        var (id, edition) = (one.Id, one.Edition);
        var readers = await db.AnnouncementReceipts.Where(r => r.AnnouncementId == id && r.Edition < edition).Select(r => r.AccountId).ToListAsync(stopping);
        return [.. people.Intersect(readers)];
    }

    private void Tell(Announcement one, List<Guid> people)
    {
        var kind = one.Told > 0 ? CorrectedNotice.Kind : one.IsImportant ? ImportantNotice.Kind : AnnouncedNotice.Kind;
        var values = new Dictionary<string, string> { [AnnouncementNotice.ItsTitle] = one.Title, [AnnouncementNotice.From] = one.IsOwn ? current.Tenant.Name : one.AuthorName };
        foreach (var some in people.Where(p => p != one.AuthorId).Chunk(PeopleAtOnce))
            notices.Tell(outbox, new News(kind, $"/notices/announcements/{one.Id}") { Accounts = some, About = AnnouncementNotice.AboutOf(one.Id), Values = values });
    }

    private async Task ReportAsync(Guid id, DateTime now, CancellationToken stopping)
    {
        db.ChangeTracker.Clear();
        if (await db.Announcements.Where(a => a.Id == id && a.ReportAt <= now).ExecuteUpdateAsync(a => a.SetProperty(x => x.ReportAt, (DateTime?)null), stopping) == 0) return;
        var one = await db.Announcements.AsNoTracking().Include(a => a.Audience).SingleAsync(a => a.Id == id, stopping);
        if (one is not { OriginId: { } above, OriginRecord: { } record } || catalogue.Of(above) is null) return;
        var edition = one.Edition;
        var people = (await reach.OfAsync(one.Audience, stopping)).Select(r => r.AccountId).ToHashSet();
        var readers = await db.AnnouncementReceipts.Where(r => r.AnnouncementId == id && r.Edition == edition).Select(r => r.AccountId).ToListAsync(stopping);
        outbox.Add(new ReceiptsCounted(Guid.Parse(record), edition, people.Count, readers.Count(people.Contains)), above);
        await db.SaveChangesAsync(stopping);
    }
}
