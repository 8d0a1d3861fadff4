using System.Text.Json.Serialization;

namespace Integral.Communication.Sms;

/// <summary>A text message about a notice: it waits, was sent or given up. What it said is forgotten once it is sent.</summary>
internal sealed class TextMessage
{
    public const int LongestText = 160, LongestPhone = 20, LongestName = 200, LongestTrouble = 2000;

    /// <summary>How long the log goes back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>Who sends one and hasn't said what became of it for so long is taken for dead.</summary>
    public static readonly TimeSpan Claimed = TimeSpan.FromMinutes(2);

    // A message of yesterday helps nobody any more.
    private static readonly TimeSpan WorthSending = TimeSpan.FromDays(1), NotNow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required string Phone { get; init; }
    public required string Kind { get; init; }

    /// <summary>What it is about: one that was read or withdrawn needs no message.</summary>
    public required string About { get; init; }

    /// <summary>Null once it is sent.</summary>
    public required string? Text { get; set; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it is sent, or tried again; null where nothing is left to do.</summary>
    public required DateTime? SendAt { get; set; }
    public LetterStage Stage { get; private set; }
    public int Tries { get; private set; }

    /// <summary>Why it was given up, kept until somebody reads it in their language.</summary>
    public string? Trouble { get; private set; }
    public Sentence? Why => Trouble is null ? null : Json.Read<Reason>(Trouble)!.Why;
    public DateTime? EndedAt { get; private set; }

    public void Sent(DateTime at) => (Stage, Text, SendAt, EndedAt, Trouble) = (LetterStage.Sent, null, null, at, null);

    /// <summary>The gateway doesn't take it.</summary>
    public void Refuse(Sentence why, bool isFinal, DateTime now)
    {
        if (isFinal || Tries >= Waits.Length) GiveUp(why, now);
        else (SendAt, Tries) = (now + Waits[Tries], Tries + 1);
    }

    /// <summary>The gateway can't be spoken to: that isn't counted, and not for ever.</summary>
    public void Postpone(DateTime now)
    {
        if (now - CreatedAt > WorthSending) GiveUp(T.Say("The gateway couldn't be reached for a day."), now);
        else SendAt = now + NotNow;
    }

    /// <summary>It goes out once more.</summary>
    /// <exception cref="RuleException">It wasn't given up.</exception>
    public void Resend(DateTime now)
    {
        Rule.Require(Stage == LetterStage.GivenUp && Text is not null, "This message can't be sent again.");
        (Stage, Tries, Trouble, EndedAt, SendAt) = (LetterStage.OnItsWay, 0, null, null, now);
    }

    private void GiveUp(Sentence why, DateTime now) => (Stage, Trouble, EndedAt, SendAt) = (LetterStage.GivenUp, Json.Write(new Reason(why)), now, null);

    private sealed record Reason([property: JsonConverter(typeof(SentenceConverter))] Sentence Why);
}
