using System.Globalization;
using System.Text.Json.Serialization;
using Integral.People.Calendars;
using Integral.Platform.Calendars;
using Integral.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>The working calendar for programs: the same rules as on the screen.</summary>
internal static class CalendarApi
{
    private const string Calendar = "/api/v1/calendar";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup(Calendar).WithTags("People").RequireAuthorization(PeopleModule.ViewCalendar);
        read.MapGet("{year:int}", GetAsync).WithSummary("The worked days of the week, and the days of a year that aren't as the week says");
        read.MapGet("days/{day}", DayAsync).WithSummary("How a day is, and who said so; written like 2026-09-01");
        var write = routes.MapGroup($"{Calendar}/days").WithTags("People").RequireAuthorization(PeopleModule.ManageCalendar).AddEndpointFilter<ValidateBody>();
        write.MapPut("{day}", PutAsync).WithSummary("Says whether a day is worked, whatever was said of it before; the day is written like 2026-09-01");
        write.MapDelete("{day}", RemoveAsync).WithSummary("The day is as the week says, or as an institution above does");
    }

    private static async Task<Ok<CalendarAnswer>> GetAsync(CalendarBook book, int year)
    {
        if (year is < CalendarBook.FirstYear or > CalendarBook.LastYear) throw new NotFoundException();
        var calendar = await book.YearAsync(year);
        return TypedResults.Ok(new CalendarAnswer(calendar.Year, [.. calendar.Week.Select(d => $"{d}")], [.. calendar.Days.Select(d => new DayInCalendar(d.Day, d.IsWorked, d.Name, d.From))]));
    }

    private static async Task<Ok<DayInCalendar>> DayAsync(string day, CalendarBook book, HttpResponse response)
    {
        var one = await book.DayAsync(Read(day));
        response.Headers.ETag = Tag(one);
        return TypedResults.Ok(new DayInCalendar(one.Day, one.IsWorked, one.Name, one.From));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PutAsync(string day, NewCalendarDay wanted, CalendarBook book, OwnDays days, HttpRequest request)
    {
        var on = Read(day);
        if (IfMatch.Refuses(request, Tag(await book.DayAsync(on))) is { } refused) return refused;
        await days.PutAsync(new SaidDays(on, on, wanted.IsWorked!.Value, wanted.Name));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveAsync(string day, OwnDays days)
    {
        await days.RemoveAsync(Read(day));
        return TypedResults.NoContent();
    }

    private static string Tag(CalendarRow day) => $"\"{Secrets.Digest($"{day.IsWorked} {day.From} {day.Name}")}\"";

    private static DateOnly Read(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : throw new NotFoundException();
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewCalendarDay([property: Required] bool? IsWorked, [property: Required] string Name);

/// <param name="From">The institution above that said so; null where this one did.</param>
internal sealed record DayInCalendar(DateOnly Day, bool IsWorked, string Name, string? From);
internal sealed record CalendarAnswer(int Year, IReadOnlyList<string> Week, IReadOnlyList<DayInCalendar> Days);
