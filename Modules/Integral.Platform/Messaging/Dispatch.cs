using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Messaging;

/// <summary>Sees to it that messages saved in a unit of work are looked for: numbers them, and tells the agenda before and after the commit.</summary>
internal sealed class Dispatch(Db db, Agenda agenda)
{
    private int count;

    /// <summary>Inside the transaction, before what was added is written.</summary>
    public async Task AnnounceAsync(CancellationToken cancel)
    {
        var added = db.ChangeTracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        if (added.Count == 0) return;
        var number = await db.Set<OutboxMessage>().MaxAsync(m => (long?)m.Number, cancel) ?? 0;
        foreach (var message in added) message.Number = ++number;

        if (db.Unit.Committed is null)      // the first of this transaction
        {
            count = 0;
            await agenda.AnnounceAsync(db.Tenant.Id, DueWork.Outbox);
            db.Unit.Committed = () => agenda.ConfirmAsync(db.Tenant.Id, DueWork.Outbox, count);
        }
        count += added.Count;
    }
}
