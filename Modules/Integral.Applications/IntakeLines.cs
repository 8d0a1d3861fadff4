using System.Collections.Concurrent;
using Integral.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Applications;

/// <summary>The lines of all institutions. Several servers may be at one institution's at once: unique indexes decide between them.</summary>
internal sealed class IntakeLines(ITenantRunner runner, Keeping keeping, Alarm alarm, TimeProvider clock)
{
    private const int MostTries = 5;

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1), Often = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, IntakeLine> lines = new();
    private readonly ConcurrentDictionary<Guid, long> rung = new();

    public IntakeLine Of(Guid tenant) => lines.GetOrAdd(tenant, _ => new(KeepAsync));

    private async Task KeepAsync(Tenant tenant, IReadOnlyList<SentForm> forms, bool areAll)
    {
        try
        {
            await TogetherAsync(tenant, forms);
        }
        // Another server was as quick with one of them, or it can't be written.
        catch (Exception trouble) when (trouble is RuleException or DbUpdateException)
        {
            foreach (var form in forms) await AloneAsync(tenant, form);
        }
        foreach (var form in forms) form.Tell();
        await RingAsync(tenant, areAll);
    }

    private Task<bool> TogetherAsync(Tenant tenant, IReadOnlyList<SentForm> forms) => runner.RunAsync(tenant, "applications", async services =>
    {
        var db = services.GetRequiredService<Db>();
        var announced = alarm.SetAsync(tenant.Id, CaseStarting.Alarm, clock.GetUtcNow().UtcDateTime + Soon);
        await db.WriteAsync(async () =>
        {
            try
            {
                await keeping.KeepAsync(db, forms);
            }
            finally { await announced; }        // before the commit, and not left behind
        });
        return true;
    });

    // What was there a moment too late to be seen is seen the next time.
    private async Task AloneAsync(Tenant tenant, SentForm form)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TogetherAsync(tenant, [form]);
                break;
            }
            catch (Exception trouble) when (trouble is RuleException or DbUpdateException)
            {
                form.Outcome = (null, trouble);
                if (tries == MostTries) break;
            }
        }
        form.Tell();
    }

    // The cases of what was kept are begun when nothing more comes; while a rush lasts, now and then.
    private async Task RingAsync(Tenant tenant, bool areAll)
    {
        if (!areAll && rung.TryGetValue(tenant.Id, out var last) && clock.GetElapsedTime(last) < Often) return;
        rung[tenant.Id] = clock.GetTimestamp();
        await alarm.RingAsync(tenant.Id, CaseStarting.Alarm);
    }
}
