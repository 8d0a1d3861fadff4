namespace Integral.People.Groups;

/// <summary>Days from one to another, both among them.</summary>
/// <param name="Until">Null where no end is foreseen.</param>
internal readonly record struct Span(DateOnly From, DateOnly? Until)
{
    public DateOnly Last => Until ?? DateOnly.MaxValue;

    public bool Overlaps(Span other) => From <= other.Last && other.From <= Last;
    public bool Holds(Span other) => From <= other.From && other.Last <= Last;

    /// <summary>The days that are in both; they must overlap.</summary>
    public Span Within(Span other) => new(From > other.From ? From : other.From, Last < other.Last ? Until : other.Until);

    /// <exception cref="RuleException">It ends before it begins, or is out of any calendar.</exception>
    public Span Checked()
    {
        Rule.Require(From.Year is >= 1950 and <= 2150 && (Until is null || Until.Value.Year <= 2150), "There is no such day in the calendar of a school.", "FromOn");
        Rule.Require(Until is null || Until >= From, "The last day can't be before the first one.", "UntilOn");
        return this;
    }

    /// <summary>The most that hold on one of the days.</summary>
    public static int Most(IEnumerable<Span> spans, Span during)
    {
        var (most, now) = (0, 0);
        var within = spans.Where(s => s.Overlaps(during)).ToList();
        // The seat of who left on a day is free the next: there the end counts before a beginning.
        foreach (var (_, step) in within.Select(s => (Day: s.From.DayNumber, Step: 1)).Concat(within.Select(s => (Day: s.Last.DayNumber + 1, Step: -1))).OrderBy(e => e.Day).ThenBy(e => e.Step))
            most = Math.Max(most, now += step);
        return most;
    }
}
