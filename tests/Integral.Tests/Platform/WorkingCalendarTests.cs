using Integral.Platform.Calendars;

namespace Integral.Tests.Platform;

/// <summary>Counting in working days.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly HashSet<DayOfWeek> Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // May 2026: the 1st is a Friday.
    private readonly WorkingCalendar calendar = new(Week, new Dictionary<DateOnly, bool> { [Day(1)] = false, [Day(7)] = false, [Day(16)] = true });

    [Theory]
    [InlineData(6, 1, 8), InlineData(6, 2, 11), InlineData(8, 1, 11), InlineData(15, 1, 16), InlineData(15, 2, 18), InlineData(9, 0, 11), InlineData(8, 0, 8), InlineData(7, 0, 8)]
    [InlineData(8, -1, 6), InlineData(18, -1, 16), InlineData(4, -1, 0)]
    public void A_day_that_is_counted_to_is_never_free(int from, int number, int to)
    {
        var found = calendar.AddWorkingDays(Day(from), number);
        Assert.Equal(new DateOnly(2026, 5, 1).AddDays(to - 1), found);
        Assert.True(calendar.IsWorking(found));
    }

    [Fact]
    public void Days_between_are_as_many_as_lead_there()
    {
        for (var number = 1; number < 60; number++) Assert.Equal(number, calendar.WorkingDaysBetween(Day(3), calendar.AddWorkingDays(Day(3), number)));
        Assert.Equal(0, calendar.WorkingDaysBetween(Day(8), Day(8)));
        Assert.Equal(0, calendar.WorkingDaysBetween(Day(8), Day(3)));
        Assert.Equal(1, calendar.WorkingDaysBetween(Day(15), Day(17)));
    }

    [Fact]
    public void Counting_ends_where_nobody_works_for_a_year_and_where_nobody_ever_does()
    {
        var free = new WorkingCalendar(Week, Enumerable.Range(0, 365).ToDictionary(i => Day(1).AddDays(i), _ => false));
        Assert.Equal(new DateOnly(2027, 5, 3), free.AddWorkingDays(Day(1), 1));
        Assert.Equal(0, free.WorkingDaysBetween(Day(1), new(2027, 4, 30)));

        var never = new WorkingCalendar(new HashSet<DayOfWeek>(), new Dictionary<DateOnly, bool>());
        Assert.Equal(Day(6), never.AddWorkingDays(Day(1), 5));
        Assert.Equal(0, never.WorkingDaysBetween(Day(1), Day(31)));
    }

    private static DateOnly Day(int day) => new(2026, 5, day);
}
