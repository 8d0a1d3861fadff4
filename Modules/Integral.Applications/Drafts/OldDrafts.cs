using Integral.Applications.Data;
using Integral.Platform.Jobs;

namespace Integral.Applications.Drafts;

/// <summary>Takes away begun applications without an account that nobody has gone on with. The files of them go as other files do with which nothing was sent.</summary>
internal sealed class OldDrafts(Db db, DraftDesk desk, TimeProvider clock) : IWakes
{
    public const string Alarm = "applications.drafts";

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-desk.Days);
        var without = db.Drafts.Where(d => d.AccountId == null);
        await db.WriteAsync(() => without.Where(d => d.SavedAt <= before).ExecuteDeleteAsync(stopping), stopping);
        return (await without.MinAsync(d => (DateTime?)d.SavedAt, stopping))?.AddDays(desk.Days);
    }
}
