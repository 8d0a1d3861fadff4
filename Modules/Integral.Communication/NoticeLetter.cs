using System.Text.Json.Serialization;
using Integral.Platform.Messaging;

namespace Integral.Communication;

internal enum LetterStage { OnItsWay, Sent, GivenUp }

/// <summary>A letter with notices, as administrators see that it was sent: to whom and what became of it, not what it says.</summary>
internal sealed class NoticeLetter
{
    public const int LongestSubject = 300, LongestName = 200, LongestEmail = 256, LongestTrouble = 2000;

    /// <summary>After so long nothing more is known of a letter.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromDays(7);

    /// <summary>That of the letter itself.</summary>
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Subject { get; init; }

    /// <summary>How many notices it tells.</summary>
    public required int Count { get; init; }
    public required DateTime CreatedAt { get; init; }
    public LetterStage Stage { get; private set; }
    public int Tries { get; private set; }

    /// <summary>Why it was given up, kept until somebody reads it in their language.</summary>
    public string? Trouble { get; private set; }
    public Sentence? Why => Trouble is null ? null : Json.Read<Kept>(Trouble)!.Why;
    public DateTime? EndedAt { get; private set; }

    /// <summary>When is looked what became of it; null once that is known.</summary>
    public DateTime? LookAt { get; private set; }

    /// <summary>What became of it until now.</summary>
    /// <param name="state">Null while it waits in the outbox, and once it is long over.</param>
    public void Know(LetterState? state, DateTime now)
    {
        if (state is { Tries: var tries }) Tries = tries;
        (Stage, Trouble, EndedAt) = state switch
        {
            { IsSent: true } => (LetterStage.Sent, null, state.EndedAt),
            { IsDead: true } => (LetterStage.GivenUp, state.Trouble is { } why ? Json.Write(new Kept(why)) : null, now),
            { EndedAt: { } ended } => (LetterStage.GivenUp, null, ended),
            null when now - CreatedAt > Lost => (LetterStage.GivenUp, null, now),
            _ => (LetterStage.OnItsWay, (string?)null, (DateTime?)null),
        };
        LookAt = Stage == LetterStage.OnItsWay ? now + Pause(now - CreatedAt) : null;
    }

    /// <summary>It goes out once more.</summary>
    public void Resend(DateTime now) => (Stage, Tries, Trouble, EndedAt, LookAt) = (LetterStage.OnItsWay, 0, null, null, now + Pause(TimeSpan.Zero));

    private sealed record Kept([property: JsonConverter(typeof(SentenceConverter))] Sentence Why);

    // As the pauses between tries grow.
    private static TimeSpan Pause(TimeSpan age) => age < TimeSpan.FromMinutes(10) ? TimeSpan.FromMinutes(1) : age < TimeSpan.FromHours(2) ? TimeSpan.FromMinutes(15) : TimeSpan.FromHours(2);
}
