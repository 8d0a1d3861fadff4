using Integral.Platform.Jobs;
using Integral.Workflows.Data;

namespace Integral.Workflows.Calls;

/// <summary>Makes the calls whose time has come. Nothing waits for the other system: no transaction is open meanwhile, and the case has gone on.</summary>
internal sealed class CallSending(Db db, CallClient client, TimeProvider clock) : IWakes
{
    public const string Alarm = "workflows.calls";

    // Within the time for which this institution's turn is held.
    private const int AtOnce = 5;

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.WebhookCalls.AsNoTracking().Where(c => c.DueAt <= now).OrderBy(c => c.DueAt).ThenBy(c => c.Id).Take(AtOnce).ToListAsync(stopping);
        var secret = due.Count == 0 ? null : await db.CallSecrets.AsNoTracking().OrderBy(s => s.Id).Select(s => s.Secret).FirstOrDefaultAsync(stopping);
        foreach (var call in due)
        {
            var (trouble, id) = (await client.SendAsync(call, secret, now, stopping), call.Id);
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                if (await db.WebhookCalls.SingleOrDefaultAsync(c => c.Id == id && c.DueAt != null) is { } row) row.Know(trouble, clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync();
            }, CancellationToken.None);
        }
        return await db.WebhookCalls.Where(c => c.DueAt != null).MinAsync(c => c.DueAt, stopping);
    }
}
