using System.Text.Json.Serialization;

namespace Integral.Workflows.Calls;

internal enum CallStage { OnItsWay, Sent, GivenUp }

/// <summary>What another system is to be told of a case. It is told at least once, always with the same id; it may be told again when its answer was lost.</summary>
internal sealed class WebhookCall
{
    public const int LongestAddress = 500, LongestBody = 4000, LongestTrouble = 1000;

    /// <summary>How long one can see what became of it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }

    /// <summary>Title of the step.</summary>
    public required string Step { get; init; }
    public required string Address { get; init; }

    /// <summary>JSON.</summary>
    public required string Body { get; init; }
    public required DateTime CreatedAt { get; init; }
    public CallStage Stage { get; private set; }
    public int Tries { get; private set; }

    /// <summary>When it is tried next; null where it isn't.</summary>
    public DateTime? DueAt { get; set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>What was wrong the last time, kept until somebody reads it in their language.</summary>
    public string? Trouble { get; private set; }
    public Sentence? Why => Trouble is null ? null : Json.Read<KeptSentence>(Trouble)!.Why;

    /// <summary>It was tried.</summary>
    /// <param name="trouble">Null where the other system took it.</param>
    public void Know(Sentence? trouble, DateTime now)
    {
        Tries++;
        Trouble = trouble is null ? null : Json.Write(new KeptSentence(trouble));
        if (trouble is not null && Tries <= Pauses.Length) DueAt = now + Pauses[Tries - 1];
        else (Stage, DueAt, EndedAt) = (trouble is null ? CallStage.Sent : CallStage.GivenUp, null, now);
    }

    /// <summary>It is tried anew.</summary>
    public void Resend(DateTime now) => (Stage, Tries, DueAt, EndedAt) = (CallStage.OnItsWay, 0, now, null);

    private sealed record KeptSentence([property: JsonConverter(typeof(SentenceConverter))] Sentence Why);
}

/// <summary>With it the other system can tell that a call is this institution's. It isn't backed up: where the institution is restored, another one is made.</summary>
internal sealed class CallSecret
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Secret { get; set; }
    public required DateTime At { get; set; }
}
