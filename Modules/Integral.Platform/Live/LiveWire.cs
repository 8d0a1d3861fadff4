using System.Text.Json;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Live;

/// <summary>Carries what is told to the browsers of this node and, on PostgreSQL, to the other nodes; and ends the streams of sessions that are over.</summary>
internal sealed class LiveWire(LiveNews news, LiveStreams streams, Databases databases, Node node, Catalogue catalogue, SessionReader sessions, TimeProvider clock, ILogger<LiveWire> log)
    : BackgroundService
{
    public const string Channel = "integral_live";

    private const int InOneSignal = 20, InOneQuery = 500;      // 20 of them stay below 8000 bytes
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100), TendEvery = TimeSpan.FromSeconds(1), CheckEvery = TimeSpan.FromSeconds(5);

    private bool hasLost;

    protected override Task ExecuteAsync(CancellationToken stopping) => Task.WhenAll(TellAsync(stopping), TendAsync(stopping), CheckAsync(stopping));

    private async Task TellAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await news.WaitAsync(stopping);
            await Task.Delay(Gather, clock, stopping);
            var (told, isTooMuch) = news.Take();
            foreach (var one in told) streams.Put(one);
            if (isTooMuch) streams.PutResync();
            if (databases.Provider == Provider.PostgreSql) await SendAsync([.. told], isTooMuch || hasLost);
        }
    }

    // A tenant that is switched off ends here within a second of the catalogue's knowing it.
    private async Task TendAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TendEvery, clock);
        while (await timer.WaitForNextTickAsync(stopping)) streams.Tend();
    }

    private async Task CheckAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(CheckEvery, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                foreach (var some in streams.All().Chunk(InOneQuery)) await CheckAsync(some, stopping);
            }
            catch (Exception trouble) when (Agenda.IsPassing(trouble)) { log.LogWarning(trouble, "Whose sessions are over can't be read now; trying again in {Every}.", CheckEvery); }
        }
    }

    private async Task CheckAsync(LiveStream[] some, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var host = databases.OpenHost("live", clock);
        var rows = (await SessionReader.FindAsync(host, [.. some.Select(s => s.SessionId).Distinct()], now, cancel)).ToLookup(r => r.SessionId);
        foreach (var stream in some.Where(s => !MayListen([.. rows[s.SessionId]], s.TenantId, now))) streams.Close(stream);
    }

    private bool MayListen(List<SessionRow> rows, Guid tenant, DateTime now) =>
        rows.Count > 0 && catalogue.Of(tenant) is { } here && sessions.SignedIn(rows, here, now).Roles.Count > 0;

    // What can't be said now isn't kept: the next signal says that something was missed.
    private async Task SendAsync(IReadOnlyList<Told> told, bool isIncomplete)
    {
        try
        {
            await using var host = databases.OpenHostApart("live", clock);
            await host.WriteAsync(async () =>
            {
                foreach (var some in told.Chunk(InOneSignal)) await NotifyAsync(host, new(node.Id, some, false));
                if (isIncomplete) await NotifyAsync(host, new(node.Id, [], true));
            });
            hasLost = false;
        }
        catch (Exception trouble) when (Agenda.IsPassing(trouble))
        {
            hasLost = true;
            log.LogWarning(trouble, "The other nodes can't be told now what changed.");
        }
    }

    private static Task<int> NotifyAsync(HostDb host, Signal signal)
    {
        var payload = Json.Write(signal);
        return host.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {payload})");
    }

    /// <summary>What another node says.</summary>
    public void Hear(string payload)
    {
        try
        {
            if (Json.Read<Signal>(payload) is not { } signal || signal.From == node.Id) return;
            foreach (var told in signal.Told) streams.Put(told);
            if (signal.IsIncomplete) streams.PutResync();
        }
        catch (JsonException odd) { log.LogWarning(odd, "A node of another version says what isn't understood here."); }
    }

    /// <summary>This node didn't hear the others for a while.</summary>
    public void HaveMissed() => streams.PutResync();

    private sealed record Signal(Guid From, IReadOnlyList<Told> Told, bool IsIncomplete);
}
