using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Messaging;

/// <summary>
/// One turn of one sender: some of its messages, then the next tenant's turn comes. What was delivered is noted at the end in one
/// transaction; if the process dies before, the messages come again and their receivers know them.
/// </summary>
internal sealed class OutboxTurn(ITenantRunner runner, Delivery delivery, DeadLetterBox box, Catalogue catalogue, TimeProvider clock) : IDueTurn
{
    /// <summary>Messages a turn: what one tenant may have delivered before the others have had theirs.</summary>
    public const int AtMost = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1), NotNow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10)];

    public string Kind => DueWork.Outbox;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Left> ServeAsync(Tenant sender, CancellationToken stopping)
    {
        var batch = await InAsync(sender, db => NextAsync(db, Now));
        var tried = await DeliverAsync(sender, batch, stopping);
        foreach (var (message, attempt) in tried) await NoteDeathAsync(sender, message, attempt);
        return await InAsync(sender, async db =>
        {
            if (tried.Count > 0) await db.WriteAsync(() => SettleAsync(db, tried));
            return await LeftAsync(db);
        });
    }

    // A message that waits holds back the later ones to its receiver, and only those.
    private static async Task<List<OutboxMessage>> NextAsync(Db db, DateTime now)
    {
        var waiting = db.Set<OutboxMessage>().AsNoTracking().Where(m => !m.IsDead);
        var held = waiting.Where(m => m.WaitsUntil > now).Select(m => m.ReceiverId);
        return await waiting.Where(m => !held.Contains(m.ReceiverId)).OrderBy(m => m.Number).ThenBy(m => m.Id).Take(AtMost).ToListAsync();
    }

    private async Task<List<(OutboxMessage, Attempt)>> DeliverAsync(Tenant sender, List<OutboxMessage> batch, CancellationToken stopping)
    {
        var (tried, held, end) = (new List<(OutboxMessage, Attempt)>(), new HashSet<Guid>(), Now + Longest);
        foreach (var message in batch.TakeWhile(_ => Now < end && !stopping.IsCancellationRequested && catalogue.Of(sender.Id) is { State: TenantState.Running }))
        {
            if (held.Contains(message.ReceiverId)) continue;
            var attempt = await TryAsync(sender, message, stopping);
            if (attempt is null) break;
            tried.Add((message, attempt));
            if (attempt.Outcome is Outcome.NotNow or Outcome.Failed && !IsLast(message, attempt)) held.Add(message.ReceiverId);
        }
        return tried;
    }

    // The server is being stopped: what is half-way is undone in its receiver and comes again.
    private async Task<Attempt?> TryAsync(Tenant sender, OutboxMessage message, CancellationToken stopping)
    {
        try
        {
            return await delivery.TryAsync(sender, message, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { return null; }
    }

    // The host's row first, so that no message is given up unseen; if the process dies in between, the next turn sets it right.
    private async Task NoteDeathAsync(Tenant sender, OutboxMessage message, Attempt attempt)
    {
        if (IsDead(message, attempt)) await box.PutAsync(sender, message, attempt.Trouble!);
        else if (attempt.Outcome == Outcome.Delivered && message.Tries > 0) await box.RemoveAsync(message.Id);
    }

    private async Task SettleAsync(Db db, List<(OutboxMessage Message, Attempt Attempt)> tried)
    {
        var (messages, now) = (db.Set<OutboxMessage>(), Now);
        var delivered = tried.Where(t => t.Attempt.Outcome == Outcome.Delivered).Select(t => t.Message.Id).ToList();
        await messages.Where(m => EF.Parameter(delivered).Contains(m.Id)).ExecuteDeleteAsync();
        foreach (var (message, attempt) in tried.Where(t => t.Attempt.Outcome != Outcome.Delivered))
        {
            var isDead = IsDead(message, attempt);
            var tries = attempt.Outcome == Outcome.NotNow ? message.Tries : message.Tries + 1;
            DateTime? until = isDead ? null : now + (attempt.Outcome == Outcome.NotNow ? NotNow : Waits[message.Tries]);
            var trouble = Sentences.Keep(attempt.Trouble!);
            await messages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m
                .SetProperty(x => x.Tries, tries).SetProperty(x => x.WaitsUntil, until).SetProperty(x => x.IsDead, isDead).SetProperty(x => x.Trouble, trouble));
        }
    }

    private async Task<Left> LeftAsync(Db db)
    {
        var (now, waiting) = (Now, db.Set<OutboxMessage>().AsNoTracking().Where(m => !m.IsDead));
        var count = await waiting.CountAsync();
        if (count == 0) return Left.Nothing;
        var more = (await NextAsync(db, now)).Count > 0;
        var next = more ? now : await waiting.Where(m => m.WaitsUntil > now).MinAsync(m => m.WaitsUntil) ?? now;
        return new(count, await waiting.MinAsync(m => m.CreatedAt), next);
    }

    private static bool IsLast(OutboxMessage message, Attempt attempt) => attempt.Outcome == Outcome.Failed && message.Tries >= Waits.Length;
    private static bool IsDead(OutboxMessage message, Attempt attempt) => attempt.Outcome == Outcome.Undeliverable || IsLast(message, attempt);

    private Task<T> InAsync<T>(Tenant sender, Func<Db, Task<T>> work) => runner.RunAsync(sender, "outbox", services => work(services.GetRequiredService<Db>()));
}
