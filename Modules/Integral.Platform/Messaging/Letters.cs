using System.Security.Cryptography;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
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
        var id = IdOf(cause.MessageId, whose);
        await using var host = databases.OpenHostApart("letters", clock);       // the receiver holds a connection of its tenant's
        if (await host.PostedLetters.AnyAsync(l => l.Id == id)) return;
        // A tenant that is flooded floods nobody's disk.
        Rule.Require(await host.PostedLetters.CountAsync(l => l.TenantId == tenant && l.EndedAt == null) < AtMost, "Too many letters are waiting to be sent. Try again later.");
        Put(host, tenant, letter, id);
        await host.SaveChangesAsync();
    }

    /// <summary>By which a letter is known that was put into an outbox, once it has left it.</summary>
    /// <param name="message">What the outbox said it is.</param>
    public static Guid IdOf(Guid message) => IdOf(message, Guid.Empty);

    /// <summary>What became of a tenant's letters: of those that have left its outbox and aren't long over.</summary>
    public async Task<IReadOnlyDictionary<Guid, LetterState>> StatesAsync(Guid tenant, IReadOnlyCollection<Guid> letters)
    {
        if (letters.Count == 0) return new Dictionary<Guid, LetterState>();
        var ids = letters.ToArray();
        await using var host = databases.OpenHostApart("letters", clock);
        var dead = host.DeadLetters;
        var rows = await host.PostedLetters.AsNoTracking().Where(l => l.TenantId == tenant && EF.Parameter(ids).Contains(l.Id))
            .Select(l => new { l.Id, l.IsSent, l.IsDead, l.Tries, l.WaitsUntil, l.EndedAt, Reason = dead.Where(d => d.MessageId == l.Id).Select(d => d.Reason).FirstOrDefault() }).ToListAsync();
        return rows.ToDictionary(r => r.Id, r => new LetterState(r.IsSent, r.IsDead, r.Tries, r.WaitsUntil, r.EndedAt, r.Reason is null ? null : Sentences.Read(r.Reason)));
    }

    /// <summary>Has one of a tenant's letters that was given up sent once more.</summary>
    /// <exception cref="NotFoundException">None of that id was given up.</exception>
    public async Task ResendAsync(Guid tenant, Guid letter)
    {
        await using var host = databases.OpenHostApart("letters", clock);
        await host.WriteAsync(async () =>
        {
            var revived = await host.PostedLetters.Where(l => l.TenantId == tenant && l.Id == letter && l.IsDead)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.IsDead, false).SetProperty(x => x.Tries, 0).SetProperty(x => x.WaitsUntil, (DateTime?)null));
            if (revived == 0) throw new NotFoundException();
            await host.DeadLetters.Where(d => d.MessageId == letter).ExecuteDeleteAsync();
        });
        await agenda.ConfirmAsync(tenant, DueWork.Letters, 1);
    }

    private static Guid IdOf(Guid message, Guid whose) => new(SHA256.HashData([.. message.ToByteArray(), .. whose.ToByteArray()]).AsSpan(0, 16));

    private void Put(HostDb host, Guid tenant, Letter letter, Guid id)
    {
        host.Add(new PostedLetter { Id = id, TenantId = tenant, CreatedAt = clock.GetUtcNow().UtcDateTime, ExpiresAt = letter.ExpiresAt, Content = Json.Write(letter) });
        // Nobody waits for this; what a crash leaves unsaid is found within a minute.
        host.Unit.Afterwards(() => { using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => agenda.ConfirmAsync(tenant, DueWork.Letters, 1)); });
    }
}

/// <summary>What became of a letter.</summary>
/// <param name="IsDead">It was given up.</param>
/// <param name="Tries">How often the mail server was asked in vain.</param>
/// <param name="WaitsUntil">When it is tried again.</param>
/// <param name="EndedAt">When the mail server took it, or it wasn't worth sending any more.</param>
/// <param name="Trouble">Why it was given up.</param>
public sealed record LetterState(bool IsSent, bool IsDead, int Tries, DateTime? WaitsUntil, DateTime? EndedAt, Sentence? Trouble);

/// <summary>Takes letters out of a tenant's outbox into the host's rows.</summary>
internal sealed class LetterIntake(Letters letters) : IReceives<Letter>
{
    public Task ReceiveAsync(Letter message, Arrival arrival, CancellationToken cancel) => letters.AddOnceAsync(arrival.SenderId, message, arrival, Guid.Empty);
}
