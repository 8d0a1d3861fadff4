using Integral.Platform.Audit;
using Integral.Platform.Changes;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Recipes;

/// <summary>Strict: what isn't known is an error. Lenient: it is left out and listed. Plan: everything is listed and undone.</summary>
internal enum RecipeMode { Strict, Lenient, Plan }

/// <summary>Follows recipes in tenants' data: each run is one transaction.</summary>
internal sealed class RecipeRuns(Databases databases, TenantStorage storage, KeptFiles files, RecipeRunner runner, Agenda agenda, Catalogue catalogue, TimeProvider clock, Trail trail)
{
    /// <param name="parameters">What the recipe is run with; null for what the tenant's row and settings say.</param>
    /// <param name="last">What comes before the transaction is committed.</param>
    /// <param name="set">What the run belongs to if it can be undone later.</param>
    /// <exception cref="RecipeException">Something isn't known here and the mode is strict: nothing is written.</exception>
    public async Task<RecipeRun> FollowAsync(Tenant tenant, RecipeFile recipe, RecipeMode mode, IReadOnlyDictionary<string, string>? parameters = null, Func<RecipeRun, Task>? last = null, ChangeSet? set = null)
    {
        await using var db = databases.Open(tenant, () => trail with { TenantId = tenant.Id });
        var run = new RecipeRun(tenant, db, new(db, agenda, catalogue, clock), parameters ?? await RecipeParameters.OfAsync(tenant, db), storage.Temporary(tenant));
        var note = "";
        try
        {
            await db.WriteAsync(async () =>
            {
                if (set is not null) await RecordAsync(db, set);
                await runner.RunAsync(recipe, run, isLenient: mode != RecipeMode.Strict);
                if (last is not null) await last(run);
                if (mode == RecipeMode.Plan) throw new PlannedException();
                note = files.Keep(tenant.Id, run.Temporary);     // before the rows that name them can be seen
            });
            KeptFiles.Forget(note);
        }
        catch (PlannedException) { }    // a plan ends by undoing its transaction
        catch
        {
            await files.SettleAsync(note);
            throw;
        }
        finally { TenantStorage.Discard(run); }
        return run;
    }

    private static async Task RecordAsync(Db db, ChangeSet set)
    {
        db.Add(set);
        db.Unit.Recorder = ChangeRecorder.OfTenant(set);
        await db.SaveChangesAsync();
    }

    private sealed class PlannedException : Exception;
}
