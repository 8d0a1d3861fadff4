using Integral.Platform.Data;
using Integral.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Sharing;

/// <summary>
/// The way downward (design §3): what is offered here is copied into every institution below, a moment after it is saved; what is withdrawn
/// is taken away there. Each of them compares what is offered above it with what it holds, so an institution that is new, was moved,
/// restored or switched off for a while ends with the same as all others.
/// </summary>
public sealed class Offers
{
    private readonly Db db;
    private readonly Outbox outbox;

    internal Offers(Db db, Outbox outbox) => (this.db, this.outbox) = (db, outbox);

    /// <summary>The id of this record if it is offered, and nothing otherwise.</summary>
    public async Task<IReadOnlySet<string>> OfferedAsync(string kind, string recordId) => await db.Set<SharedItem>().Where(i => i.Kind == kind && i.RecordId == recordId).Select(i => i.RecordId).ToHashSetAsync();

    /// <summary>Ids of what of this kind is offered.</summary>
    public async Task<IReadOnlySet<string>> OfferedAsync(string kind) => await db.Set<SharedItem>().Where(i => i.Kind == kind).Select(i => i.RecordId).ToHashSetAsync();

    /// <summary>Offers a record beside what <c>Db</c> is about to save, or a new edition of it.</summary>
    /// <param name="kind">What it is, at most 60 characters; an <see cref="ITakesFromAbove"/> takes it.</param>
    /// <param name="recordId">At most 100 characters.</param>
    /// <param name="body">What those below need of it, without personal data beyond what is public.</param>
    public async Task OfferAsync<T>(string kind, string recordId, T body)
    {
        var text = Json.Write(body);
        var item = await db.Set<SharedItem>().FindAsync(kind, recordId);
        if (item is not null && db.Entry(item).State != EntityState.Deleted && item.Body == text) return;
        if (item is null) db.Add(item = new() { Kind = kind, RecordId = recordId, Body = text });
        else if (db.Entry(item).State == EntityState.Deleted) db.Entry(item).State = EntityState.Modified;
        (item.Body, item.Edition) = (text, Guid.CreateVersion7());
        Announce();
    }

    /// <summary>Withdraws it, if it was offered.</summary>
    public async Task WithdrawAsync(string kind, string recordId)
    {
        if (await db.Set<SharedItem>().FindAsync(kind, recordId) is not { } item) return;
        db.Remove(item);
        Announce();
    }

    // One message each time that something is saved, however much it offers: a mass action saves many times.
    private void Announce()
    {
        var kind = MessageKind.NameOf(typeof(Offered));
        if (!db.ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added && e.Entity.Kind == kind)) outbox.Add(new Offered());
    }
}

/// <summary>What an institution tells itself when what it offers has changed.</summary>
[Message("platform.offered")]
internal sealed record Offered;
