namespace Integral.Applications.Control;

/// <summary>Of which days figures are wanted, and of which applications.</summary>
internal sealed record ControlFilter(DateOnly From, DateOnly Until, Guid? Programme = null, SenderKind? Sender = null)
{
    public const int MostDays = 366;
    private const int Half = 7;

    /// <summary>The half of the calendar's year in which a day lies.</summary>
    public static ControlFilter HalfYearOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month < Half ? 1 : Half, 1);
        return new(first, first.AddMonths(Half - 1).AddDays(-1));
    }

    /// <exception cref="RuleException">There are no such days, or too many.</exception>
    public ControlFilter Checked()
    {
        Rule.Require(From <= Until, "The last day can't be before the first one.", "Until");
        Rule.Require(Until.DayNumber - From.DayNumber < MostDays, T.Say("At most {0} days at once.", MostDays), "Until");
        return this;
    }

    /// <summary>Those that were sent on these days.</summary>
    public Narrowing Sent => Whose with { From = From, Until = Until };

    /// <summary>Those that were decided on these days.</summary>
    public Narrowing Decided => Whose with { DecidedFrom = From, DecidedUntil = Until };

    /// <summary>Of any days.</summary>
    public Narrowing Whose => new() { Programme = Programme, Sender = Sender };
}
