using Integral.Platform.Audit;

namespace Integral.People.Merging;

/// <summary>Somebody has said that two records that are alike are different people: they aren't proposed again.</summary>
[Audited]
internal sealed class ToldApart
{
    private ToldApart() { }

    public ToldApart(Guid one, Guid other) => (FirstId, SecondId) = one.CompareTo(other) < 0 ? (one, other) : (other, one);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Of the two, the one with the lesser id.</summary>
    public Guid FirstId { get; private init; }
    public Guid SecondId { get; private init; }

    public Guid OtherThan(Guid person) => FirstId == person ? SecondId : FirstId;
}
