namespace Integral.Platform.Calendars;

/// <summary>On which days an institution works: by the week, and the days that are otherwise. What is asked of it ends also where nobody ever works.</summary>
/// <param name="week">The days of the week that are worked.</param>
/// <param name="otherwise">Days that aren't as the week says, and whether they are worked.</param>
public sealed class WorkingCalendar(IReadOnlySet<DayOfWeek> week, IReadOnlyDictionary<DateOnly, bool> otherwise)
{
    private const int Week = 7;

    public bool IsWorking(DateOnly day) => otherwise.TryGetValue(day, out var isWorked) ? isWorked : week.Contains(day.DayOfWeek);

    /// <summary>So many working days later, or earlier where the number is negative: always a worked day. Of 0 the day itself, or the next that is worked. Where there are no working days at all, all days count.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int number)
    {
        var (step, left) = (number < 0 ? -1 : 1, Math.Abs(number));
        if (left == 0 && IsWorking(day)) return day;
        left = Math.Max(left, 1);
        // Each whole week has a worked day unless it is otherwise.
        var furthest = Week * (left + otherwise.Count + 1);
        var at = day;
        for (var looked = 0; looked < furthest; looked++)
        {
            at = at.AddDays(step);
            if (IsWorking(at) && --left == 0) return at;
        }
        return day.AddDays(number);
    }

    /// <summary>How many days are worked after the first one, up to and with the last one: 0 where that comes first.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly until)
    {
        if (until <= after) return 0;
        var days = until.DayNumber - after.DayNumber;
        var number = days / Week * week.Count;
        for (var i = 1; i <= days % Week; i++) if (week.Contains(after.AddDays(i).DayOfWeek)) number++;
        return number + otherwise.Where(d => after < d.Key && d.Key <= until).Sum(d => (d.Value ? 1 : 0) - (week.Contains(d.Key.DayOfWeek) ? 1 : 0));
    }
}
