using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace Integral.Tests.Jobs;

/// <summary>A job of the tests' own, which counts how often it ran.</summary>
internal sealed class CountingJob : IHostJob
{
    private int runs;

    public int Runs => runs;
    public bool Fails { get; set; }

    /// <summary>What a run waits for before it ends.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    public string Name => "counting";
    public Sentence Title => "Count";
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancel)
    {
        Interlocked.Increment(ref runs);
        return Fails ? throw new NotSupportedException("something with a secret in it") : Until;
    }
}

/// <summary>A node of an installation on the given data.</summary>
internal sealed class NodeDistrict : District
{
    public CountingJob Job { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IHostJob>(Job));
    }
}

/// <summary>What the installation does by itself: when it is time, on one node, and from one start to the next.</summary>
public sealed class HostJobTests
{
    [Fact]
    public async Task A_job_runs_when_the_server_starts_for_the_first_time_and_its_next_time_outlives_a_restart()
    {
        await using var district = new NodeDistrict();
        await district.InitializeAsync();
        var timetable = district.Services.GetRequiredService<Timetable>();
        await Until.TrueAsync(() => Task.FromResult(district.Job.Runs == 1), "it didn't run");
        var next = await timetable.NextAsync(district.Job, default);

        await timetable.StopAsync(default);
        await using var again = Scheduler(district);
        var restarted = new Timetable(again.GetRequiredService<ISchedulerFactory>(), [district.Job]);
        await restarted.StartAsync(default);
        Assert.Equal(next, await restarted.NextAsync(district.Job, default));

        district.Job.Every = TimeSpan.FromHours(2);     // another version of the server wants it less often
        await restarted.StopAsync(default);
        await using var third = Scheduler(district);
        var other = new Timetable(third.GetRequiredService<ISchedulerFactory>(), [district.Job]);
        await other.StartAsync(default);
        Assert.NotEqual(next, await other.NextAsync(district.Job, default));
        await other.StopAsync(default);
    }

    [Fact]
    public async Task A_server_told_twice_to_stop_waits_both_times_for_the_job_that_runs()
    {
        await using var district = new NodeDistrict();
        await district.InitializeAsync();
        var hold = new TaskCompletionSource();
        district.Job.Until = hold.Task;
        var timetable = district.Services.GetRequiredService<Timetable>();
        await Until.TrueAsync(() => Task.FromResult(district.Job.Runs == 1), "it didn't run");

        var stops = Task.WhenAll(timetable.StopAsync(default), timetable.StopAsync(default));
        var second = timetable.StopAsync(default);
        await Task.Delay(200);
        Assert.False(second.IsCompleted, "its file would be closed under the job");
        hold.SetResult();
        await Task.WhenAll(stops, second);
    }

    [Fact]
    public async Task A_server_told_twice_to_stop_says_good_bye_once_and_opens_no_file_again()
    {
        await using var district = new NodeDistrict();
        await district.InitializeAsync();
        var heartbeat = district.Services.GetRequiredService<Heartbeat>();
        await heartbeat.StopAsync(default);
        await heartbeat.BeatAsync();
        await heartbeat.StopAsync(default);
        Assert.Single(await district.InHostAsync(heartbeat.NodesAsync));
    }

    [Fact]
    public async Task A_job_that_fails_is_noted_without_its_secrets_and_runs_again()
    {
        await using var district = new NodeDistrict();
        await district.InitializeAsync();
        await Until.TrueAsync(async () => await RecordAsync(district) is { EndedAt: not null }, "it didn't run");
        var run = district.Services.GetRequiredService<HostJobRun>();
        district.Job.Fails = true;
        await run.RunAsync(district.Job, default);
        var failed = await RecordAsync(district);
        Assert.Contains("Something went wrong", failed!.Trouble, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failed.Trouble, StringComparison.Ordinal);

        district.Job.Fails = false;
        await run.RunAsync(district.Job, default);
        Assert.Null((await RecordAsync(district))!.Trouble);
    }

    [Fact]
    public async Task A_process_that_is_killed_falls_silent_and_one_that_is_stopped_says_good_bye()
    {
        await using var district = new JobDistrict();
        await district.InitializeAsync();
        using var killed = Process();
        await killed.BeatAsync();
        district.Clock.Pass(Heartbeat.Silence + TimeSpan.FromSeconds(1));
        await district.Services.GetRequiredService<Heartbeat>().BeatAsync();
        Assert.Equal([(false, true), (true, false)], (await NodesAsync(district)).Select(n => (n.IsSilent, n.IsThis)).Order());

        using var stopped = Process();
        await stopped.StartAsync(default);
        await Until.TrueAsync(async () => (await NodesAsync(district)).Count == 3, "the third didn't say that it is there");
        await stopped.StopAsync(default);
        Assert.Equal(2, (await NodesAsync(district)).Count);

        Heartbeat Process() => new(new Node(district.Clock), district.Services.GetRequiredService<Databases>(), district.Clock, NullLogger<Heartbeat>.Instance);
    }

    private static Task<IReadOnlyList<NodeStatus>> NodesAsync(JobDistrict district) =>
        district.InTenantAsync("", services => services.GetRequiredService<InstallationStatus>().NodesAsync());

    private static Task<JobRecord?> RecordAsync(NodeDistrict district) =>
        district.InHostAsync(host => host.Set<JobRecord>().AsNoTracking().SingleOrDefaultAsync(r => r.Name == "counting"));

    // A scheduler that doesn't run anything: only the times that are kept.
    private static ServiceProvider Scheduler(NodeDistrict district)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(district.Services.GetRequiredService<DataFolder>());
        services.AddSingleton(district.Services.GetRequiredService<Servers>());
        services.AddQuartz(quartz => Timetable.Configure(quartz, district.Services.GetRequiredService<Provider>()));
        return services.BuildServiceProvider();
    }
}
