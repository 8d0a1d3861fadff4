using Integral.Announcements.Data;
using Integral.Communication.Contracts;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Sharing;

namespace Integral.Announcements;

/// <summary>Takes what institutions above announce to those below, and shows it to the own people.</summary>
internal sealed class AnnouncementsFromAbove(Db db, Current current, Alarm alarm, INotices notices, Outbox outbox, TimeProvider clock) : ITakesFromAbove
{
    private static readonly TimeSpan News = TimeSpan.FromDays(2);

    public string Kind => SharedAnnouncement.Kind;

    public async Task TakeAsync(Tenant origin, string recordId, string body)
    {
        var (said, now) = (Json.Read<SharedAnnouncement>(body)!, clock.GetUtcNow().UtcDateTime);
        var one = await FindAsync(origin.Id, recordId);
        if (one is null) db.Add(one = Announcement.CopyOf(origin.Id, origin.Name, recordId, now));
        one.Take(said, origin.Name);
        if (one.Told == one.Edition) return;
        var begins = current.Tenant.Zone.MomentOf(one.FromOn);
        // An institution that is new here finds what was announced before on the board; nobody is rung for it.
        if (one.IsOver(current.Tenant.Zone.DayOf(now)) || now - (one.ChangedAt ?? one.PublishedAt) > News && begins <= now)
        {
            one.KeepAsTold();
            return;
        }
        one.TellFrom(begins > now ? begins : now);
        await alarm.SetAsync(current.Tenant.Id, AnnouncementTimes.Alarm, begins > now ? begins : now + AnnouncementTimes.Soon);
    }

    public async Task WithdrawAsync(Guid originId, string recordId)
    {
        if (await FindAsync(originId, recordId) is not { Stage: AnnouncementStage.Published } one) return;
        one.Withdraw(clock.GetUtcNow().UtcDateTime);
        AnnouncementNotice.Withdraw(notices, outbox, one.Id);
    }

    private Task<Announcement?> FindAsync(Guid origin, string record) => db.Announcements.Include(a => a.Audience).FirstOrDefaultAsync(a => a.OriginId == origin && a.OriginRecord == record);
}

/// <summary>Keeps what an institution below has counted.</summary>
internal sealed class ReceiptsIntake(Db db, Current current, Catalogue catalogue, TimeProvider clock) : IReceives<ReceiptsCounted>
{
    public async Task ReceiveAsync(ReceiptsCounted message, Arrival arrival, CancellationToken cancel)
    {
        if (catalogue.Of(arrival.SenderId) is not { } below || !catalogue.IsAtOrBelow(below, current.Tenant.Id)) return;      // it was moved meanwhile
        var (id, sender) = (message.Record, below.Id);
        if (!await db.Announcements.AnyAsync(a => a.Id == id && a.OriginId == null && a.Audience.Any(p => p.Kind == AudienceKind.Below || p.Kind == AudienceKind.BelowRole), cancel)) return;
        var there = await db.AnnouncementsBelow.SingleOrDefaultAsync(b => b.AnnouncementId == id && b.TenantId == sender, cancel);
        if (there is null) db.Add(there = new() { AnnouncementId = id, TenantId = sender });
        there.Count(message, clock.GetUtcNow().UtcDateTime);
    }
}
