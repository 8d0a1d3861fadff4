namespace Integral.Applications.Ranks;

/// <summary>What a place depends on, and nothing else. All of it was written when the application arrived and is never changed.</summary>
/// <param name="Sender">Who sent it: one of the first three kinds.</param>
/// <param name="Age">On the day on which it was sent; null where no date of birth is known.</param>
internal sealed record RankedFacts(Guid Id, int Number, CriterionKind Sender, int? Age, DateOnly SentOn)
{
    public static RankedFacts Of(Guid id, int number, Guid? list, Guid? sender, DateOnly? bornOn, DateOnly sentOn) =>
        new(id, number, sender is not null ? CriterionKind.School : list is not null ? CriterionKind.Organisation : CriterionKind.Citizen, bornOn is { } born ? AgeOn(born, sentOn) : null, sentOn);

    private static int AgeOn(DateOnly born, DateOnly day) => day.Year - born.Year - (born.AddYears(day.Year - born.Year) > day ? 1 : 0);
}

/// <summary>A place with its reason.</summary>
/// <param name="Place">Counted from 1.</param>
/// <param name="Gained">The rules that fit, in the order of the rules.</param>
internal sealed record RankedPlace(int Place, Guid Id, int Number, int Points, IReadOnlyList<Criterion> Gained)
{
    /// <summary>Why it stands there, in plain words.</summary>
    public IReadOnlyList<Sentence> Reasons() => Gained.Count == 0 ? [T.Say("no rule fits: by its number {0}", Number)] : [.. Gained.Select(c => T.Say("{0}: {1}", c.Said(), $"{c.Points:+0;-0}")), T.Say("of those with as many points by its number {0}", Number)];
}

/// <summary>Puts applications into order: whoever has more points comes first, and of those with as many whoever has the lower number. The same is the same, in whichever order it comes.</summary>
internal static class Ranking
{
    public static IReadOnlyList<RankedPlace> Of(IEnumerable<RankedFacts> applications, IReadOnlyList<Criterion> rules) =>
    [
        .. applications.Select(a => (Of: a, Gained: rules.Where(r => r.Fits(a)).ToList())).OrderByDescending(a => a.Gained.Sum(r => r.Points)).ThenBy(a => a.Of.Number)
            .Select((a, n) => new RankedPlace(n + 1, a.Of.Id, a.Of.Number, a.Gained.Sum(r => r.Points), a.Gained)),
    ];
}
