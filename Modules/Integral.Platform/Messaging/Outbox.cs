using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Messaging;

/// <summary>
/// The way to another tenant (design §3): a message is saved with what it tells of, in one transaction, and delivered a moment later, at
/// least once and in the order of sending. It never overtakes an earlier one to the same receiver; one that can't be delivered is tried
/// again for a quarter of an hour and then put aside, where the operator sees it.
/// </summary>
public sealed class Outbox
{
    private readonly Db db;
    private readonly Agenda agenda;
    private readonly Catalogue catalogue;
    private readonly TimeProvider clock;

    internal Outbox(Db db, Agenda agenda, Catalogue catalogue, TimeProvider clock) => (this.db, this.agenda, this.catalogue, this.clock) = (db, agenda, catalogue, clock);

    /// <summary>Puts a message beside what <c>Db</c> is about to save. If that isn't saved, it isn't sent.</summary>
    /// <param name="message">A record with <see cref="MessageAttribute"/>.</param>
    /// <param name="to">The receiving tenant; null for this one, to have something done after the save. What a tenant tells itself needs no taker.</param>
    /// <returns>By which it is known from now on.</returns>
    /// <exception cref="RuleException">There is no such tenant.</exception>
    public Guid Add<T>(T message, Guid? to = null) where T : class
    {
        Rule.Require(to is null || to == db.Tenant.Id || catalogue.Of(to.Value) is not null, "The institution that this is for isn't there any more.");
        db.Dispatch ??= new(db, agenda);
        var put = new OutboxMessage { Kind = MessageKind.NameOf(typeof(T)), Payload = Json.Write(message), ReceiverId = to ?? db.Tenant.Id, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(put);
        return put.Id;
    }
}
