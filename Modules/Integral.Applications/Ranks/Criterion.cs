namespace Integral.Applications.Ranks;

/// <summary>By what an application gets points.</summary>
internal enum CriterionKind
{
    [Display(Name = "Applied by themselves")] Citizen,
    [Display(Name = "Sent by an organisation")] Organisation,
    [Display(Name = "Sent by a school of the district")] School,
    [Display(Name = "Age in years")] Age,
    [Display(Name = "Sent on these days")] SentOn,
}

/// <summary>One rule, as data: whom it fits gets its points.</summary>
/// <param name="AgeFrom">For <see cref="CriterionKind.Age"/>: on the day on which the application was sent.</param>
/// <param name="From">For <see cref="CriterionKind.SentOn"/>: by the institution's clock.</param>
internal sealed record Criterion(CriterionKind Kind, int Points, int? AgeFrom = null, int? AgeUntil = null, DateOnly? From = null, DateOnly? Until = null)
{
    public const int MostPoints = 1000, OldestAge = 120;

    /// <exception cref="RuleException">It can't be so.</exception>
    public void Check()
    {
        Rule.Require(Enum.IsDefined(Kind), "There is no such rule.");
        Rule.Require(Points is not 0 and >= -MostPoints and <= MostPoints, T.Say("Points are a number from -{0} to {0}, but not 0.", MostPoints));
        if (Kind == CriterionKind.Age)
        {
            Rule.Require(AgeFrom is not null || AgeUntil is not null, "Say from which age or until which age.");
            Rule.Require(AgeFrom is null or (>= 0 and <= OldestAge) && AgeUntil is null or (>= 0 and <= OldestAge) && !(AgeFrom > AgeUntil), T.Say("An age is from 0 to {0} years, and the first isn't greater than the last.", OldestAge));
        }
        if (Kind == CriterionKind.SentOn) Rule.Require((From is not null || Until is not null) && !(From > Until), "Say from which day or until which day; the first isn't after the last.");
    }

    /// <summary>The same without what its kind doesn't ask.</summary>
    public Criterion Tidied() => new(Kind, Points, Kind == CriterionKind.Age ? AgeFrom : null, Kind == CriterionKind.Age ? AgeUntil : null, Kind == CriterionKind.SentOn ? From : null, Kind == CriterionKind.SentOn ? Until : null);

    public bool Fits(RankedFacts of) => Kind switch
    {
        CriterionKind.Citizen => of.Sender == CriterionKind.Citizen,
        CriterionKind.Organisation => of.Sender == CriterionKind.Organisation,
        CriterionKind.School => of.Sender == CriterionKind.School,
        CriterionKind.Age => of.Age is { } age && (AgeFrom ?? 0) <= age && age <= (AgeUntil ?? int.MaxValue),
        _ => (From ?? DateOnly.MinValue) <= of.SentOn && of.SentOn <= (Until ?? DateOnly.MaxValue),
    };

    /// <summary>In plain words whom it fits.</summary>
    public Sentence Said() => Kind switch
    {
        CriterionKind.Citizen => T.Say("applied by themselves"),
        CriterionKind.Organisation => T.Say("sent by an organisation"),
        CriterionKind.School => T.Say("sent by a school of the district"),
        CriterionKind.Age => AgeFrom is null ? T.Say("not older than {0}", AgeUntil!) : AgeUntil is null ? T.Say("{0} years or older", AgeFrom) : T.Say("from {0} to {1} years old", AgeFrom, AgeUntil),
        _ => From is null ? T.Say("sent until {0:d}", Until!) : Until is null ? T.Say("sent from {0:d} on", From) : T.Say("sent from {0:d} to {1:d}", From, Until),
    };
}
