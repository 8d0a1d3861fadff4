using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integral.Platform.Messaging;

internal enum Outcome
{
    /// <summary>It took effect, now or before.</summary>
    Delivered,

    /// <summary>Not possible at present and nobody's fault: it isn't counted.</summary>
    NotNow,

    /// <summary>It failed and may succeed another time.</summary>
    Failed,

    /// <summary>Trying again wouldn't help.</summary>
    Undeliverable,
}

/// <summary>What became of a try.</summary>
internal sealed record Attempt(Outcome Outcome, Sentence? Trouble = null);

/// <summary>Brings one message into its receiver's database.</summary>
internal sealed class Delivery(ITenantRunner runner, Catalogue catalogue, MessageKinds kinds, TimeProvider clock, ILogger<Delivery> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly Attempt Done = new(Outcome.Delivered);

    public async Task<Attempt> TryAsync(Tenant sender, OutboxMessage message, CancellationToken stopping)
    {
        if (kinds.Find(message.Kind) is not { } kind) return new(Outcome.Failed, T.Say("This server doesn't know messages of the kind '{0}'. The module that receives them is missing.", message.Kind));
        if (await ReceiverAsync(message.ReceiverId, stopping) is not { } receiver) return new(Outcome.Undeliverable, T.Say("The institution that it is for was removed."));
        if (receiver.State != TenantState.Running) return new(Outcome.NotNow, T.Say("'{0}' isn't running. The message waits for it.", receiver.Name));

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(Patience);
        try
        {
            return await runner.RunAsync(receiver, $"message {kind.Name}", services => ReceiveAsync(services, kind, sender, message, patience.Token));
        }
        catch (RuleException rule) { return new(Outcome.Failed, rule.Sentence); }
        catch (Exception bug) when (!stopping.IsCancellationRequested)
        {
            log.LogError(bug, "The message {Message} ({Kind}) from {Sender} to {Receiver} failed.", message.Id, message.Kind, sender.Path, receiver.Path);
            return new(Outcome.Failed, T.Say("Something went wrong on our side. It was noted under the number {0}.", message.Id));
        }
    }

    // Another node may have made or removed it a moment ago.
    private async Task<Tenant?> ReceiverAsync(Guid id, CancellationToken cancel)
    {
        if (catalogue.Of(id) is { } known) return known;
        await catalogue.RefreshAsync(cancel);
        return catalogue.Of(id);
    }

    private async Task<Attempt> ReceiveAsync(IServiceProvider services, MessageKind kind, Tenant sender, OutboxMessage message, CancellationToken cancel)
    {
        var db = services.GetRequiredService<Db>();
        if (!kind.IsTaken(services))
            return sender.Id == db.Tenant.Id ? Done : new(Outcome.Undeliverable, T.Say("'{0}' has switched off what would take it. Switch it on there and try again, or drop it.", db.Tenant.Name));

        var (received, now) = (db.Set<ReceivedMessage>(), clock.GetUtcNow().UtcDateTime);
        var old = now - ReceivedMessage.Kept;
        await db.WriteAsync(async () =>
        {
            if (await received.AnyAsync(r => r.MessageId == message.Id, cancel)) return;
            // First the note: of two deliveries at once the second waits here and is then refused by the key.
            db.Add(new ReceivedMessage { MessageId = message.Id, SenderId = sender.Id, ReceivedAt = now });
            await db.SaveChangesAsync(cancel);
            await kind.ReceiveAsync(services, message.Payload, new(message.Id, sender.Id, message.CreatedAt), cancel);
            await db.SaveChangesAsync(cancel);
            await received.Where(r => r.ReceivedAt < old).ExecuteDeleteAsync(cancel);
        }, cancel);
        return Done;
    }
}
