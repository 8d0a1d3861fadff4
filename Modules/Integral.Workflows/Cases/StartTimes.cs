using System.Globalization;
using Integral.Platform.Calendars;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Workflows.Activities;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Microsoft.Extensions.Logging;

namespace Integral.Workflows.Cases;

/// <summary>Begins the cases whose day has come.</summary>
internal sealed partial class StartTimes(Db db, CaseRunner runner, StartPlan plan, WorkingCalendars calendars, Outbox outbox, Texts texts, TimeProvider clock, ILogger<StartTimes> log) : IWakes
{
    public const string Alarm = "workflows.starts";

    private const int AtOnce = 50;
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public string Kind => Alarm;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var due in await db.PlannedStarts.AsNoTracking().Where(p => p.At <= now).OrderBy(p => p.At).ThenBy(p => p.Id).Take(AtOnce).ToListAsync(stopping))
        {
            stopping.ThrowIfCancellationRequested();
            await ServeAsync(due, now);
        }
        return await db.PlannedStarts.MinAsync(p => (DateTime?)p.At, stopping);
    }

    private async Task ServeAsync(PlannedStart due, DateTime now)
    {
        try
        {
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                await BeginAsync(due, now);
            });
        }
        catch (RuleException rule)
        {
            // What follows can't be done now: the others needn't wait for it.
            NotNow(log, due.TypeId, rule.Sentence.Key);
            await db.WriteAsync(() =>
            {
                db.ChangeTracker.Clear();
                return db.PlannedStarts.Where(p => p.Id == due.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.At, now + Again));
            });
        }
    }

    private async Task BeginAsync(PlannedStart due, DateTime now)
    {
        var (id, typeId, tenant) = (due.Id, due.TypeId, db.Tenant);
        // The workflow's row is the lock on PostgreSQL, as where it is changed. Of two nodes the second finds the day gone.
        await db.WorkflowTypes.Where(t => t.Id == typeId).ExecuteUpdateAsync(t => t.SetProperty(x => x.Name, x => x.Name));
        if (await db.PlannedStarts.Where(p => p.Id == id).ExecuteDeleteAsync() == 0) return;
        var type = await db.WorkflowTypes.AsNoTracking().SingleAsync(t => t.Id == typeId);
        var version = await db.WorkflowVersions.AsNoTracking().SingleAsync(v => v.TypeId == typeId && v.Number == type.Number);
        var said = Graph.Read(version.Definition).Nodes.Single(n => n.IsStart).Said;
        var today = tenant.Zone.DayOf(now);
        if (DateStart.IsOnWorkingDay(said) && (await calendars.OfAsync(db, today)).AddWorkingDays(today, 0) is var worked && worked > today)
        {
            db.Add(new PlannedStart { TypeId = typeId, Day = due.Day, At = TaskLetters.MorningOf(tenant, worked) });
        }
        else
        {
            var culture = CultureInfo.GetCultureInfo(tenant.Culture);
            await runner.BeginAsync(new(db, tenant, "") { Outbox = outbox }, new(PlannedMatters.Subject, typeId, texts.Say(new Sentence(type.Name), culture), due.Day.ToString("d", culture)), version);
            await plan.NextAsync(db, typeId, said);
        }
        await db.SaveChangesAsync();
    }

    [LoggerMessage(LogLevel.Warning, "The workflow {Workflow} couldn't begin a case on its day, it is tried again in an hour: {Why}")]
    private static partial void NotNow(ILogger log, Guid workflow, string why);
}
