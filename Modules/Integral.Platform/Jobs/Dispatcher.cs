using Integral.Platform.Data;
using Integral.Platform.Live;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Jobs;

/// <summary>
/// Gives tenants that have something due their turns: the longest unserved first, each a short one, a few side by side, and never two of
/// one kind in one tenant. So a tenant that floods the installation waits behind all others after each of its turns.
/// </summary>
internal sealed class Dispatcher(Agenda agenda, IEnumerable<IDueTurn> turns, WakeTurns wakes, LetterCare care, Catalogue catalogue, Databases databases, LiveNews news, TimeProvider clock, IConfiguration configuration, ILogger<Dispatcher> log) : BackgroundService
{
    private const int AtOnceOtherwise = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1), NotRunning = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromMinutes(10);

    private readonly int atOnce = configuration.GetValue("Integral:Jobs:AtOnce", AtOnceOtherwise);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        var running = new List<Task>();
        while (atOnce > 0 && !stopping.IsCancellationRequested)
        {
            running.RemoveAll(t => t.IsCompleted);
            try
            {
                await care.NowAndThenAsync(stopping);
                foreach (var due in await agenda.TakeAsync(atOnce - running.Count, stopping)) running.Add(ServeAsync(due, stopping));
                await agenda.WaitAsync(Poll, stopping);
            }
            catch (OperationCanceledException) { break; }
            catch (Exception trouble) when (Agenda.IsPassing(trouble))
            {
                log.LogWarning(trouble, "What is due can't be read now; trying again in a second.");
                await Task.Delay(Poll, clock, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
        await Task.WhenAll(running);
    }

    /// <summary>One turn of what was taken, and lets go of it.</summary>
    internal async Task ServeAsync(DueWork due, CancellationToken stopping = default)
    {
        try
        {
            var (isThere, tenant) = await SenderAsync(due.TenantId, stopping);
            if (!isThere) await agenda.ForgetAsync(due.TenantId);
            else if (tenant is null) await agenda.PutOffAsync(due, NotRunning, null);
            else if (turns.FirstOrDefault(t => t.Kind == due.Kind) is { } turn) await agenda.LetGoAsync(due, await turn.ServeAsync(tenant, stopping));
            else if (await wakes.ServeAsync(tenant, due.Kind, stopping) is { } left) await agenda.LetGoAsync(due, left);
            else await agenda.PutOffAsync(due, LongestWait, null);      // a newer node knows what it is
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { await LeaveAsync(due, TimeSpan.Zero, null); }
        catch (RuleException rule) { await LeaveAsync(due, WaitAfter(due.Tries), Sentences.Keep(rule.Sentence)); }     // who threw it has logged what is to be logged
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            log.LogError(trouble, "What is due in tenant {Tenant} ({Kind}) can't be worked on now.", due.TenantId, due.Kind);
            var said = T.Say("Something went wrong on our side. It was noted under the number {0}.", due.TenantId);
            await LeaveAsync(due, WaitAfter(due.Tries), Sentences.Keep(said));
        }
        agenda.Wake();
        if (catalogue.Root is { } root) news.Tell(root.Id, new(InstallationStatus.Topic));
    }

    // A tenant that is switched off or being made neither sends nor is forgotten.
    private async Task<(bool IsThere, Tenant? Running)> SenderAsync(Guid id, CancellationToken cancel)
    {
        if (catalogue.Of(id) is { State: TenantState.Running } running) return (true, running);
        await using var host = databases.OpenHostApart("outbox", clock);
        var isThere = await host.Tenants.AnyAsync(t => t.Id == id && t.State != TenantState.Removed, cancel);
        await catalogue.RefreshAsync(cancel);
        return (isThere, catalogue.Of(id) is { State: TenantState.Running } now ? now : null);
    }

    // What can't even be let go of now is free again when its lease has run out.
    private async Task LeaveAsync(DueWork due, TimeSpan wait, string? trouble)
    {
        try
        {
            await agenda.PutOffAsync(due, wait, trouble);
        }
        catch (Exception again) when (Agenda.IsPassing(again)) { log.LogWarning(again, "Tenant {Tenant} is served again when its lease has run out.", due.TenantId); }
    }

    private static TimeSpan WaitAfter(int tries) => TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 5 * Math.Pow(3, Math.Min(tries, 10))));
}
