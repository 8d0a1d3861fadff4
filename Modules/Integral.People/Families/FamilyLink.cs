using Integral.Platform.Audit;

namespace Integral.People.Families;

/// <summary>What an adult is to a child.</summary>
internal enum Kinship
{
    [Display(Name = "Mother")] Mother,
    [Display(Name = "Father")] Father,
    [Display(Name = "Grandmother or grandfather")] Grandparent,
    [Display(Name = "Guardian")] Guardian,
    [Display(Name = "Another relative")] Relative,
}

/// <summary>What is said of an adult and a child.</summary>
/// <param name="FromOn">The first day on which it holds; null for always.</param>
/// <param name="UntilOn">The last one; null as long as nothing changes.</param>
/// <param name="MayRead">May see the child's groups, marks and homework.</param>
/// <param name="MayCollect">May take the child home.</param>
/// <param name="MayDecide">May decide for the child: applications, consent.</param>
internal sealed record FamilyWords(Kinship Kinship, DateOnly? FromOn, DateOnly? UntilOn, bool MayRead, bool MayCollect, bool MayDecide);

/// <summary>An adult of a child's family, and what they may on which days. Custody may change: then it has a last day, and somebody else a first one.</summary>
[Audited]
internal sealed class FamilyLink
{
    public const int MostOfOne = 20;

    private FamilyLink() { }

    /// <exception cref="RuleException">Nobody is their own parent.</exception>
    public FamilyLink(Guid adult, Guid child)
    {
        Rule.Require(adult != child, "Nobody belongs to their own family twice. Choose somebody else.", "With");
        (AdultId, ChildId) = (adult, child);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AdultId { get; private set; }
    public Guid ChildId { get; private set; }
    public Kinship Kinship { get; private set; }
    public DateOnly? FromOn { get; private set; }
    public DateOnly? UntilOn { get; private set; }
    public bool MayRead { get; private set; }
    public bool MayCollect { get; private set; }
    public bool MayDecide { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    public bool HoldsOn(DateOnly day) => (FromOn is null || FromOn <= day) && (UntilOn is null || day <= UntilOn);

    public FamilyWords ToWords() => new(Kinship, FromOn, UntilOn, MayRead, MayCollect, MayDecide);

    /// <summary>The relative of one of the two.</summary>
    public Guid OtherThan(Guid person) => AdultId == person ? ChildId : AdultId;

    /// <summary>Says that the two people are as another link says, where one of them stands in the place of somebody else.</summary>
    public bool IsLike(FamilyLink other, Guid from, Guid to) => (AdultId == from ? to : AdultId) == other.AdultId && (ChildId == from ? to : ChildId) == other.ChildId;

    /// <exception cref="RuleException">It ends before it begins.</exception>
    public void Describe(FamilyWords words)
    {
        Rule.Require(words.FromOn is null || words.UntilOn is null || words.FromOn <= words.UntilOn, "The last day can't be before the first one.", "UntilOn");
        (Kinship, FromOn, UntilOn) = (words.Kinship, words.FromOn, words.UntilOn);
        (MayRead, MayCollect, MayDecide) = (words.MayRead, words.MayCollect, words.MayDecide);
        Version++;
    }

    /// <summary>The adult or the child turned out to be another record's person.</summary>
    public void Follow(Guid from, Guid to)
    {
        (AdultId, ChildId) = (AdultId == from ? to : AdultId, ChildId == from ? to : ChildId);
        Version++;
    }
}
