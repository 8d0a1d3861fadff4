using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>
/// While it lasts, the engine plans each statement for the values it is asked with. PostgreSQL otherwise keeps a plan for any values, and for those of which
/// some stand in three rows and some in eighty thousand there is no such plan. SQLite knows no values when it plans.
/// <code>await using var planned = await PlannedAnew.InAsync(db);</code>
/// </summary>
public sealed class PlannedAnew : IAsyncDisposable
{
    private readonly Db? db;

    private PlannedAnew(Db? db) => this.db = db;

    public static async Task<PlannedAnew> InAsync(Db db)
    {
        if (!db.Database.IsNpgsql()) return new(null);
        await SetAsync(db, "force_custom_plan");
        return new(db);
    }

    public async ValueTask DisposeAsync()
    {
        if (db is not null) await SetAsync(db, "auto");
    }

    // It asks: a unit of work that only reads says nothing else.
    private static Task<List<string>> SetAsync(Db db, string mode) => db.Database.SqlQuery<string>($"""SELECT set_config('plan_cache_mode', {mode}, false) AS "Value" """).ToListAsync();
}
