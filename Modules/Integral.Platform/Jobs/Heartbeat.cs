using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Jobs;

/// <summary>A process that serves, as it last said so itself.</summary>
internal sealed class NodeBeat
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Version { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime BeatAt { get; set; }
}

/// <summary>Says now and then that this process is there. One that is stopped says good-bye; one that was killed falls silent.</summary>
internal sealed class Heartbeat(Node node, Databases databases, TimeProvider clock, ILogger<Heartbeat> log) : BackgroundService
{
    /// <summary>Who hasn't been heard of for so long is taken for dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20), Remembered = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                try
                {
                    await BeatAsync();
                }
                catch (Exception trouble) when (Agenda.IsPassing(trouble)) { log.LogWarning(trouble, "The heartbeat can't be written now; trying again in {Every}.", Every); }
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) { }
        // Here and not in StopAsync, which a host may call twice: the second call would open files that are closed already.
        finally { await LeaveAsync(); }
    }

    private async Task LeaveAsync()
    {
        try
        {
            await using var host = databases.OpenHostApart("heartbeat", clock);
            await host.WriteAsync(() => host.Nodes.Where(n => n.Id == node.Id).ExecuteDeleteAsync());
        }
        catch (Exception trouble) when (Agenda.IsPassing(trouble)) { log.LogWarning(trouble, "The process couldn't say good-bye."); }
    }

    internal async Task<IReadOnlyList<NodeStatus>> NodesAsync(HostDb host)
    {
        var silentBefore = clock.GetUtcNow().UtcDateTime - Silence;
        var nodes = await host.Nodes.AsNoTracking().OrderBy(n => n.StartedAt).ToListAsync();
        return [.. nodes.Select(n => new NodeStatus(n.Name, n.Version, n.StartedAt, n.BeatAt, n.BeatAt < silentBefore, n.Id == node.Id))];
    }

    internal async Task BeatAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var longAgo = now - Remembered;
        await using var host = databases.OpenHostApart("heartbeat", clock);
        await host.WriteAsync(async () =>
        {
            await host.Nodes.Where(n => n.BeatAt < longAgo).ExecuteDeleteAsync();
            if (await host.Nodes.Where(n => n.Id == node.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.BeatAt, now)) > 0) return;
            host.Add(new NodeBeat { Id = node.Id, Name = node.Name, Version = node.Version, StartedAt = node.StartedAt, BeatAt = now });
            await host.SaveChangesAsync();
        });
    }
}
