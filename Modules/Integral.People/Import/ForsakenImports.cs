using Integral.People.Data;
using Integral.Platform.Jobs;

namespace Integral.People.Import;

/// <summary>
/// Takes back imports whose server was stopped in the middle. They aren't gone on with: first passwords that were made are known to nobody any more, and the
/// table may have been wrong. What was written can be taken back for a day, so a server that stays down for longer leaves whole rows.
/// </summary>
internal sealed class ForsakenImports(Db db, ImportRuns runs, TimeProvider clock) : IWakes
{
    public const string Alarm = "people.imports";

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var silent = clock.GetUtcNow().UtcDateTime - ImportRun.Silence;
        var open = db.ImportRuns.AsNoTracking().Where(r => r.ChangeSetId != null && (r.State == ImportState.Going || r.State == ImportState.GivenUp));
        foreach (var id in await open.Where(r => r.AliveAt <= silent).OrderBy(r => r.AliveAt).Select(r => r.Id).ToListAsync(stopping))
        {
            stopping.ThrowIfCancellationRequested();
            await runs.TakeBackAsync(id);
        }
        return await open.MinAsync(r => (DateTime?)r.AliveAt, stopping) + ImportRun.Silence;
    }
}
