using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Messaging;

/// <summary>The host's note of a message that was given up: who sent what kind to whom, and why it failed. What it says stays with its sender.</summary>
internal sealed class DeadLetter
{
    public required Guid MessageId { get; init; }
    public required Guid SenderId { get; init; }
    public required Guid ReceiverId { get; init; }
    public required string Kind { get; init; }
    public required DateTime SentAt { get; init; }
    public required DateTime DiedAt { get; set; }
    public required string Reason { get; set; }

    /// <summary>A letter of the host's, for nobody's institution.</summary>
    public bool IsLetter => ReceiverId == Guid.Empty;
}

/// <summary>Keeps the host's notes of messages that were given up.</summary>
internal sealed class DeadLetterBox(Databases databases, TimeProvider clock)
{
    public async Task PutAsync(Tenant sender, OutboxMessage message, Sentence reason)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var host = Open();
        var known = await host.DeadLetters.SingleOrDefaultAsync(l => l.MessageId == message.Id);
        if (known is null)
        {
            host.Add(new DeadLetter
            {
                MessageId = message.Id, SenderId = sender.Id, ReceiverId = message.ReceiverId, Kind = message.Kind, SentAt = message.CreatedAt, DiedAt = now, Reason = Sentences.Keep(reason),
            });
        }
        else (known.DiedAt, known.Reason) = (now, Sentences.Keep(reason));
        await host.SaveChangesAsync();
    }

    public async Task RemoveAsync(Guid message)
    {
        await using var host = Open();
        await host.WriteAsync(() => host.DeadLetters.Where(l => l.MessageId == message).ExecuteDeleteAsync());
    }

    private HostDb Open() => databases.OpenHostApart("outbox", clock);
}
