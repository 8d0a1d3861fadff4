using Integral.Platform.Calendars;
using Integral.Platform.Reporting;

namespace Integral.People.Calendars;

/// <summary>A day that isn't as the week says.</summary>
/// <param name="From">The institution above that said so; null where this one did.</param>
internal sealed record CalendarRow(DateOnly Day, bool IsWorked, string Name, string? From);

/// <summary>The working calendar of one year.</summary>
/// <param name="Week">The days of the week that are worked, from Monday on.</param>
internal sealed record CalendarYear(int Year, IReadOnlyList<DayOfWeek> Week, IReadOnlyList<CalendarRow> Days);

/// <summary>Reads the working calendar, for the screen and the API alike.</summary>
internal sealed class CalendarBook(Db db, WorkingCalendars calendars, Catalogue catalogue, Figures figures, Texts texts)
{
    public const int FirstYear = 2000, LastYear = 2100;

    /// <summary>Days of the week from Monday on.</summary>
    public static IReadOnlyList<DayOfWeek> Weekdays { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public DateOnly Today => figures.Today;

    /// <summary>How one day is; without a name it is as the week says.</summary>
    public async Task<CalendarRow> DayAsync(DateOnly day) =>
        (await YearAsync(day.Year)) is var year && year.Days.FirstOrDefault(d => d.Day == day) is { } named ? named : new(day, year.Week.Contains(day.DayOfWeek), "", null);

    /// <param name="year">This one where none is said.</param>
    public async Task<CalendarYear> YearAsync(int? year)
    {
        var number = Math.Clamp(year ?? Today.Year, FirstYear, LastYear);
        var (week, days) = (await WorkingCalendars.WeekAsync(db), await calendars.NamedAsync(db, new(number, 1, 1), new(number, 12, 31)));
        return new(number, [.. Weekdays.Where(week.Contains)], [.. days.Select(d => new CalendarRow(d.Day, d.IsWorked, d.Name, d.OriginId is { } origin ? catalogue.Of(origin)?.Name ?? texts["An institution above"] : null))]);
    }
}
