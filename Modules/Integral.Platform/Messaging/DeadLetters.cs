using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Live;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Messaging;

/// <summary>A message that couldn't be delivered, as the operator sees it: never what it says.</summary>
/// <param name="Sender">Null if it isn't there any more.</param>
/// <param name="Receiver">Null if it isn't there any more, and of a letter.</param>
/// <param name="IsLetter">It was for a person's e-mail, which isn't shown.</param>
public sealed record Undelivered(Guid Id, Sentence What, Tenant? Sender, Tenant? Receiver, Sentence Why, DateTime SentAt, DateTime DiedAt, bool IsLetter);

/// <summary>The messages of all tenants that were given up, for the operator of the installation.</summary>
public sealed class DeadLetters
{
    private readonly HostDb host;
    private readonly Catalogue catalogue;
    private readonly MessageKinds kinds;
    private readonly OutboxCare outboxes;
    private readonly LetterCare letters;
    private readonly LiveNews news;
    private readonly Trail trail;

    internal DeadLetters(HostDb host, Catalogue catalogue, MessageKinds kinds, OutboxCare outboxes, LetterCare letters, LiveNews news, Trail trail) =>
        (this.host, this.catalogue, this.kinds, this.outboxes, this.letters, this.news, this.trail) = (host, catalogue, kinds, outboxes, letters, news, trail);

    public Task<int> CountAsync(CancellationToken cancel = default) => host.DeadLetters.CountAsync(cancel);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<Undelivered>> ListAsync(int most, CancellationToken cancel = default)
    {
        var dead = await host.DeadLetters.AsNoTracking().OrderByDescending(l => l.DiedAt).ThenBy(l => l.MessageId).Take(most).ToListAsync(cancel);
        return [.. dead.Select(l => new Undelivered(l.MessageId, kinds.Find(l.Kind)?.Title ?? l.Kind, catalogue.Of(l.SenderId), catalogue.Of(l.ReceiverId), Sentences.Read(l.Reason), l.SentAt, l.DiedAt, l.IsLetter))];
    }

    /// <summary>Has it delivered once more, before what its sender sends from now on.</summary>
    /// <exception cref="RuleException">Its sender isn't running.</exception>
    public Task RetryAsync(Guid id) => SettleAsync(id, "Retried", sender => outboxes.ReviveAsync(sender, id), sender => letters.ReviveAsync(sender, id));

    /// <summary>Gives it up for good.</summary>
    /// <exception cref="RuleException">Its sender isn't running.</exception>
    public Task DropAsync(Guid id) => SettleAsync(id, "Dropped", sender => outboxes.DropAsync(sender, id), _ => letters.DropAsync(id));

    // The tenant's data first, the host's row last: what fails in between can be pressed again.
    private async Task SettleAsync(Guid id, string action, Func<Tenant, Task> change, Func<Guid, Task> ofLetter)
    {
        var letter = await host.DeadLetters.SingleOr404Async(l => l.MessageId == id);
        if (letter.IsLetter) await ofLetter(letter.SenderId);
        else if (catalogue.Of(letter.SenderId) is { } sender)        // else the message went with it
        {
            Rule.Require(sender.State == TenantState.Running, "The institution that sent it isn't running, and the message lies in its data. Switch it on first.");
            await change(sender);
        }
        host.Remove(letter);
        host.Add(AuditEntry.Of(trail, action, nameof(DeadLetter), $"{id}", Json.Write(new { letter.Kind, letter.SenderId, letter.ReceiverId }), letter.SenderId));
        if (catalogue.Root is { } root) news.AfterCommit(host, root.Id, new(InstallationStatus.Topic));
        await host.SaveChangesAsync();
    }
}

/// <summary>Changes messages in their sender's outbox.</summary>
internal sealed class OutboxCare(ITenantRunner runner, Agenda agenda)
{
    public async Task ReviveAsync(Tenant sender, Guid id)
    {
        await InAsync(sender, id, waiting => waiting.ExecuteUpdateAsync(m => m
            .SetProperty(x => x.IsDead, false).SetProperty(x => x.Tries, 0).SetProperty(x => x.WaitsUntil, (DateTime?)null)));
        await agenda.ConfirmAsync(sender.Id, DueWork.Outbox, 1);
    }

    public Task DropAsync(Tenant sender, Guid id) => InAsync(sender, id, waiting => waiting.ExecuteDeleteAsync());

    // A unit of work of its own: the page's is the root's.
    private Task<int> InAsync(Tenant sender, Guid id, Func<IQueryable<OutboxMessage>, Task<int>> change) => runner.RunAsync(sender, "dead letters", services =>
    {
        var db = services.GetRequiredService<Db>();
        return db.WriteAsync(() => change(db.Set<OutboxMessage>().Where(m => m.Id == id && m.IsDead)));
    });
}
