using System.Text.RegularExpressions;
using Integral.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;

namespace Integral.Platform.Jobs;

/// <summary>
/// When host jobs run: kept by Quartz in the database, so that a restart doesn't begin all intervals anew and of several nodes one runs a job.
/// On PostgreSQL its tables stand in the host's schema; on SQLite in a file of their own.
/// </summary>
internal sealed partial class Timetable(ISchedulerFactory factory, IEnumerable<IHostJob> jobs) : IHostedService
{
    private const string Prefix = "qrtz_";
    private readonly Lock stopping = new();
    private IScheduler? scheduler;
    private Task? stopped;

    public static void Configure(IQuartzBuilder quartz, Provider provider)
    {
        quartz.ConfigureScheduler(o => o.InstanceName = "integral");
        quartz.UseDefaultThreadPool(2);
        quartz.UsePersistentStore(store =>
        {
            store.ConfigureStore(o => o.UseBackgroundThreads = true);
            if (provider == Provider.PostgreSql)
            {
                store.ConfigureStore(o => o.TablePrefix = $"{HostDb.Schema}.{Prefix}");
                store.UsePostgres(o => o.DataSourceFactory = services => services.GetRequiredService<Servers>()[Servers.Apart]);
                store.UseClustering(_ => { });
            }
            else
            {
                store.UseSqlite(o => o.DataSourceFactory = services => SqliteFactory.Instance.CreateDataSource(
                    new SqliteConnectionStringBuilder { DataSource = services.GetRequiredService<DataFolder>().Jobs, Pooling = false }.ToString()));
                store.ProvisionSchema();
            }
        });
    }

    /// <summary>Quartz's own script, which makes what is missing; run by the owner, because the application's role makes no tables.</summary>
    public static async Task CreateTablesAsync(NpgsqlConnection owner, CancellationToken cancel)
    {
        using var script = new StreamReader(typeof(IScheduler).Assembly.GetManifestResourceStream("Quartz.Impl.AdoJobStore.Schema.create_postgres.sql")!);
        var text = (await script.ReadToEndAsync(cancel)).Replace("{0}", $"{HostDb.Schema}.{Prefix}", StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal);
        if (await AreThereAsync(owner, [.. Made().Matches(text).Select(m => m.Groups[1].Value)], cancel)) return;
#pragma warning disable CA2100 // the library's text with constants of ours
        await using var create = new NpgsqlCommand(text, owner);
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync(cancel);
    }

    // Even where nothing is missing the script locks table after table: beside a server that runs, a verb and it waited for each other.
    private static async Task<bool> AreThereAsync(NpgsqlConnection owner, string[] names, CancellationToken cancel)
    {
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = ANY($2)", owner)
        {
            Parameters = { new() { Value = HostDb.Schema }, new() { Value = names } },
        };
        return await count.ExecuteScalarAsync(cancel) is long found && found == names.Length;
    }

    [GeneratedRegex(@"CREATE (?:TABLE|INDEX) IF NOT EXISTS (?:\w+\.)?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Made();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        scheduler = await factory.GetScheduler(cancellationToken);
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken))
            if (jobs.All(j => j.Name != key.Name)) await scheduler.DeleteJob(key, cancellationToken);
        foreach (var job in jobs) await EnterAsync(scheduler, job, cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    /// <summary>Waits for the job that runs. A host may ask twice at once, and Quartz would send the second away before the first is done.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (stopping) stopped ??= scheduler is null ? Task.CompletedTask : scheduler.Shutdown(true, cancellationToken).AsTask();
        await stopped;
    }

    public async Task<DateTime?> NextAsync(IHostJob job, CancellationToken cancel) =>
        scheduler is null ? null : (await scheduler.GetTrigger(new(job.Name), cancel))?.NextFireTimeUtc?.UtcDateTime;

    private static DateTimeOffset First(IHostJob job, DateTimeOffset now)
    {
        if (job.At is not { } at) return now;
        var today = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime), at, TimeSpan.Zero);
        return today > now ? today : today.AddDays(1);
    }

    // One that stands there keeps its times, unless it is to run at other intervals now.
    private static async Task EnterAsync(IScheduler scheduler, IHostJob job, CancellationToken cancel)
    {
        var (key, trigger) = (new JobKey(job.Name), new TriggerKey(job.Name));
        if (await scheduler.GetTrigger(trigger, cancel) is ISimpleTrigger known && known.RepeatInterval == job.Every) return;
        await scheduler.DeleteJob(key, cancel);
        try
        {
            await scheduler.ScheduleJob(
                JobBuilder.Create<HostJobRun>().WithIdentity(key).RequestRecovery().Build(),
                TriggerBuilder.Create(scheduler.TimeProvider).WithIdentity(trigger).StartAt(First(job, scheduler.TimeProvider.GetUtcNow()))
                    .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(job.Every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)).Build(),
                cancellationToken: cancel);
        }
        catch (ObjectAlreadyExistsException) { }     // another node that starts at this moment was quicker
    }
}
