using Integral.People.Data;
using Integral.Platform.Changes;
using Integral.Platform.Jobs;

namespace Integral.People.Import;

/// <summary>Somebody has given the import up while it wrote.</summary>
internal sealed class ImportGivenUpException : Exception;

/// <summary>Imports that write: which of them go on, and taking back those that don't.</summary>
internal sealed class ImportRuns(Db db, ChangeSets changes, Alarm alarm, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<ImportRun?> FindAsync(Guid id) => db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id);

    /// <summary>An import is to begin, when its turn comes.</summary>
    public async Task<Guid> OpenAsync()
    {
        var (run, longAgo) = (new ImportRun { AliveAt = Now }, Now - ImportRun.Kept);
        await db.WriteAsync(async () =>
        {
            await db.ImportRuns.Where(r => r.AliveAt < longAgo && (r.ChangeSetId == null || r.State == ImportState.Taken || r.State == ImportState.TakenBack)).ExecuteDeleteAsync();
            db.Add(run);
            await db.SaveChangesAsync();
        });
        return run.Id;
    }

    /// <summary>It begins to write, and can be found from now on if it dies.</summary>
    /// <exception cref="ImportGivenUpException">It doesn't: somebody has cancelled it.</exception>
    public async Task BeginAsync(Guid id, Guid changeSet)
    {
        var now = Now;
        await alarm.SetAsync(db.Tenant.Id, ForsakenImports.Alarm, now + ImportRun.Silence);
        await RequireAsync(() => Going(id).ExecuteUpdateAsync(r => r.SetProperty(x => x.AliveAt, now).SetProperty(x => x.ChangeSetId, changeSet)));
    }

    /// <summary>Called in the transaction of each portion, which then isn't written where the import was given up meanwhile.</summary>
    /// <exception cref="ImportGivenUpException">It was: on its own page, by undoing what it had written so far, or since nothing was heard of it for long.</exception>
    public Task GoOnAsync(Guid id)
    {
        var now = Now;
        return RequireAsync(() => UnlessUndoneAsync(id, run => run.ExecuteUpdateAsync(r => r.SetProperty(x => x.AliveAt, now))));
    }

    /// <summary>All is written.</summary>
    /// <exception cref="ImportGivenUpException">A moment too late.</exception>
    public Task EndAsync(Guid id) => RequireAsync(() => UnlessUndoneAsync(id, run => run.ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ImportState.Taken))));

    /// <returns>Whether it was still going; otherwise nothing is changed.</returns>
    public async Task<bool> GiveUpAsync(Guid id)
    {
        var given = 0;
        await db.WriteAsync(async () => given = await Going(id).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, ImportState.GivenUp)));
        return given > 0;
    }

    /// <summary>Takes back what it has written; interrupted, it is gone on with by the next call.</summary>
    public async Task TakeBackAsync(Guid id)
    {
        await GiveUpAsync(id);
        if ((await FindAsync(id))?.ChangeSetId is { } set) await changes.TakeBackAsync(set, did => SaidAsync(id, did.Left, ImportState.GivenUp));
        await SaidAsync(id, 0, ImportState.TakenBack);
    }

    private async Task SaidAsync(Guid id, int left, ImportState state)
    {
        var now = Now;
        await db.WriteAsync(() => db.ImportRuns.Where(r => r.Id == id && r.State == ImportState.GivenUp)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, state).SetProperty(x => x.AliveAt, now).SetProperty(x => x.Left, x => x.Left + left)));
    }

    private IQueryable<ImportRun> Going(Guid id) => db.ImportRuns.Where(r => r.Id == id && r.State == ImportState.Going);

    private async Task<int> UnlessUndoneAsync(Guid id, Func<IQueryable<ImportRun>, Task<int>> change)
    {
        var set = await Going(id).Select(r => r.ChangeSetId).SingleOrDefaultAsync();
        return set is null || await changes.HoldAsync(set.Value) ? await change(Going(id)) : 0;
    }

    private Task RequireAsync(Func<Task<int>> change) => db.WriteAsync(async () =>
    {
        if (await change() == 0) throw new ImportGivenUpException();
    });
}
