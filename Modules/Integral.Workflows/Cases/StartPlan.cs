using System.Text.Json.Nodes;
using Integral.Platform.Jobs;
using Integral.Workflows.Activities;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Cases;

/// <summary>Plans when the next case of a workflow begins by date. Whether that day is worked is looked up when it has come: holidays are often said later.</summary>
internal sealed class StartPlan(Alarm alarm, TimeProvider clock)
{
    /// <summary>The workflow says something else or was switched, within a transaction.</summary>
    public async Task PlanAsync(Db db, WorkflowType type, Graph graph)
    {
        var (id, start) = (type.Id, graph.Nodes.Single(n => n.IsStart));
        var isPlanned = type.IsEnabled && start.Kind == DateStart.Kind;
        if (await db.PlannedStarts.FirstOrDefaultAsync(p => p.TypeId == id) is { } there)
        {
            // Its day has come already: that case begins yet, by what the workflow says now.
            if (isPlanned && (TaskLetters.MorningOf(db.Tenant, there.Day) <= Now || there.Day == NextDay(db, start.Said))) return;
            db.Remove(there);
            await db.SaveChangesAsync();        // of a workflow there is one row
        }
        if (!isPlanned) return;
        await NextAsync(db, id, start.Said);
        await db.SaveChangesAsync();
    }

    /// <summary>Adds the next day whose morning is still to come: of those that were missed meanwhile, none.</summary>
    /// <param name="db">Of the tenant.</param>
    /// <param name="type">Id of the workflow.</param>
    /// <param name="said">Properties of its start.</param>
    public async Task NextAsync(Db db, Guid type, JsonObject said)
    {
        if (NextDay(db, said) is not { } day) return;
        var planned = new PlannedStart { TypeId = type, Day = day, At = TaskLetters.MorningOf(db.Tenant, day) };
        db.Add(planned);
        await alarm.SetAsync(db.Tenant.Id, StartTimes.Alarm, planned.At);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly? NextDay(Db db, JsonObject said)
    {
        var (now, today) = (Now, db.Tenant.Zone.DayOf(Now));
        return DateStart.NextAfter(said, TaskLetters.MorningOf(db.Tenant, today) <= now ? today : today.AddDays(-1));
    }
}
