using Integral.Platform.Audit;

namespace Integral.People.Registration;

/// <summary>
/// Somebody has registered by themselves: a person whom nobody of the institution has seen yet. Until somebody has looked, the record is taken for nobody's
/// but theirs: whoever calls himself by another's name and date of birth gets nothing that is the other's.
/// </summary>
[Audited]
internal sealed class SelfRegistration
{
    public const int LongestConsent = 1000, LongestWho = 200;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; set; }

    /// <summary>With which they sign in.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Whose owner they have shown themselves to be.</summary>
    public required string Email { get; init; }

    /// <summary>The very words to which they agreed, in their language.</summary>
    public required string Consent { get; init; }
    public required DateTime At { get; init; }

    /// <summary>When somebody of the institution looked; null while nobody has.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>By their name or login then.</summary>
    public string? CheckedBy { get; private set; }

    /// <summary>Somebody of the institution has looked: it is who it says.</summary>
    public void Check(string who, DateTime at)
    {
        if (CheckedAt is not null) return;
        (CheckedAt, CheckedBy) = (at, who.Length > LongestWho ? who[..LongestWho] : who);
    }
}
