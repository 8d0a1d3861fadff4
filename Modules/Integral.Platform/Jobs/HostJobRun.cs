using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Integral.Platform.Jobs;

/// <summary>Runs the host job that the scheduler names, and notes how it went. A failure is noted and the job runs again at its next time.</summary>
[DisallowConcurrentExecution]
internal sealed class HostJobRun(IEnumerable<IHostJob> jobs, Databases databases, TimeProvider clock, Measures measures, ILogger<HostJobRun> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (jobs.FirstOrDefault(j => j.Name == context.JobDetail.Key.Name) is { } job) await RunAsync(job, cancellationToken);
    }

    internal async Task RunAsync(IHostJob job, CancellationToken cancel)
    {
        await NoteAsync(job, (record, now) => (record.StartedAt, record.EndedAt, record.Trouble) = (now, null, null));
        Sentence? trouble = null;
        try
        {
            await job.RunAsync(cancel);
        }
        catch (RuleException said) when (!cancel.IsCancellationRequested) { trouble = said.Sentence; }       // the job knows what to tell the operator
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancel.IsCancellationRequested)
        {
            var number = Guid.CreateVersion7();
            log.LogError(failure, "The job {Job} failed ({Number}).", job.Name, number);
            trouble = DiskTrouble.IsFull(failure) ? DiskTrouble.IsFullNow : T.Say("Something went wrong on our side. It was noted under the number {0}.", number);
        }
        measures.JobRan(job.Name, failed: trouble is not null);
        await NoteAsync(job, (record, now) => (record.EndedAt, record.Trouble) = (now, trouble is null ? null : Sentences.Keep(trouble)));
    }

    // The job matters more than its note: a full disk must not keep it from making room.
    private async Task NoteAsync(IHostJob job, Action<JobRecord, DateTime> change)
    {
        try
        {
            await using var host = databases.OpenHostApart("jobs", clock);
            var record = await host.JobRecords.SingleOrDefaultAsync(r => r.Name == job.Name);
            if (record is null) host.Add(record = new() { Name = job.Name });
            change(record, clock.GetUtcNow().UtcDateTime);
            await host.SaveChangesAsync();
        }
        catch (Exception trouble) when (Agenda.IsPassing(trouble)) { log.LogWarning(trouble, "How the job {Job} went can't be noted now.", job.Name); }
    }
}
