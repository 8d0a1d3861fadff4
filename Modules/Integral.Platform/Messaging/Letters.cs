using System.Security.Cryptography;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Messaging;

/// <summary>
/// Letters that a save of the host's causes: written in its transaction, sent a moment later by whichever node has the turn, at least once. A page
/// never waits for the mail server. What a tenant's save causes goes through its outbox: <c>outbox.Add(new Letter(…))</c>.
/// </summary>
public sealed class Letters
{
    /// <summary>Of one tenant, what may wait.</summary>
    internal const int AtMost = 10_000;

    private readonly IPost post;
    private readonly Databases databases;
    private readonly Agenda agenda;
    private readonly TimeProvider clock;

    internal Letters(IPost post, Databases databases, Agenda agenda, TimeProvider clock) => (this.post, this.databases, this.agenda, this.clock) = (post, databases, agenda, clock);

    public bool IsOn => post.IsOn;

    /// <summary>Puts a letter beside what <paramref name="host"/> is about to save. If that isn't saved, it isn't sent.</summary>
    public void Add(HostDb host, Guid tenant, Letter letter) => Put(host, tenant, letter, Guid.CreateVersion7());

    /// <summary>From a receiver of messages: when what caused it comes again, no other letter is added.</summary>
    /// <param name="whose">Tells several letters of one cause apart.</param>
    /// <exception cref="RuleException">Too many of the tenant's are waiting.</exception>
    public async Task AddOnceAsync(Guid tenant, Letter letter, Arrival cause, Guid whose)
    {
        var id = new Guid(SHA256.HashData([.. cause.MessageId.ToByteArray(), .. whose.ToByteArray()]).AsSpan(0, 16));
        await using var host = databases.OpenHostApart("letters", clock);       // the receiver holds a connection of its tenant's
        if (await host.PostedLetters.AnyAsync(l => l.Id == id)) return;
        // A tenant that is flooded floods nobody's disk.
        Rule.Require(await host.PostedLetters.CountAsync(l => l.TenantId == tenant && l.EndedAt == null) < AtMost, "Too many letters are waiting to be sent. Try again later.");
        Put(host, tenant, letter, id);
        await host.SaveChangesAsync();
    }

    private void Put(HostDb host, Guid tenant, Letter letter, Guid id)
    {
        host.Add(new PostedLetter { Id = id, TenantId = tenant, CreatedAt = clock.GetUtcNow().UtcDateTime, ExpiresAt = letter.ExpiresAt, Content = Json.Write(letter) });
        // Nobody waits for this; what a crash leaves unsaid is found within a minute.
        host.Unit.Afterwards(() => { using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => agenda.ConfirmAsync(tenant, DueWork.Letters, 1)); });
    }
}

/// <summary>Takes letters out of a tenant's outbox into the host's rows.</summary>
internal sealed class LetterIntake(Letters letters) : IReceives<Letter>
{
    public Task ReceiveAsync(Letter message, Arrival arrival, CancellationToken cancel) => letters.AddOnceAsync(arrival.SenderId, message, arrival, Guid.Empty);
}
