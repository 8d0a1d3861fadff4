using Integral.Communication.Data;
using Integral.Platform.Live;
using Integral.Platform.Messaging;

namespace Integral.Communication;

/// <summary>Takes away what isn't so any more, where it wasn't read; a letter that has gone out has gone out.</summary>
internal sealed class NoticeWithdrawal(Db db, LiveNews live) : IReceives<Withdrawn>
{
    public async Task ReceiveAsync(Withdrawn message, Arrival arrival, CancellationToken cancel)
    {
        var unread = await db.Notices.Where(n => n.Kind == message.Kind && n.About == message.About && n.ReadAt == null).ToListAsync(cancel);
        db.RemoveRange(unread);
        foreach (var notice in unread) live.AfterCommit(db, new(NoticeIntake.Topic), notice.AccountId);
    }
}
