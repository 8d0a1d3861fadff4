using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;

namespace Integral.Workflows.Activities;

/// <summary>
/// A case begins by itself in the morning of the <c>Date</c>, and with <c>Every</c> <c>Week</c>, <c>Month</c> or <c>Year</c> again. With <c>OnWorkingDay</c> a day that isn't worked waits for the
/// next that is. It is about the workflow itself: nobody has sent anything.
/// </summary>
internal sealed class DateStart : Activity
{
    public const string Kind = "DateEvent";

    private const string Date = "Date", Every = "Every", OnWorkingDay = "OnWorkingDay", Once = "Once", Week = "Week", Month = "Month", Year = "Year";
    private const int FirstYear = 2000, LastYear = 2100, DaysOfWeek = 7, MonthsOfYear = 12;

    private static readonly SaidWord[] Plans = [new(Once, T.Say("Once")), new(Week, T.Say("Every week")), new(Month, T.Say("Every month")), new(Year, T.Say("Every year"))];

    public override string Name => Kind;
    public override Sentence Title => T.Say("A day comes");
    public override bool IsStart => true;
    public override string? SubjectKind => PlannedMatters.Subject;

    public override IReadOnlyList<ActivitySetting> Settings =>
    [
        new(Date, T.Say("On which day, the first time"), SettingKind.Day) { Hint = T.Say("In the morning, by the institution's clock. A day that was missed is made up for once.") },
        new(Every, T.Say("How often it begins"), SettingKind.Choice) { Choices = Plans },
        new(OnWorkingDay, T.Say("Where that day isn't worked, on the next working day"), SettingKind.Flag),
    ];

    public override Sentence? Fault(JsonObject said)
    {
        if (Day(said) is not { Year: >= FirstYear and <= LastYear }) return T.Say("Say on which day it begins, written like 2026-09-01, in the years {0} to {1}.", $"{FirstYear}", $"{LastYear}");
        return Array.Exists(Plans, p => p.Name == PlanOf(said)) ? null : T.Say("It comes Once, or every Week, Month or Year.");
    }

    /// <summary>The first of its days after this one; null where there is none any more.</summary>
    public static DateOnly? NextAfter(JsonObject said, DateOnly after)
    {
        var first = Day(said)!.Value;
        if (first > after) return first;
        // Each is counted from the first, so that after a short month the 31st is the 31st again.
        var (years, months) = (after.Year - first.Year, (after.Year - first.Year) * MonthsOfYear + after.Month - first.Month);
        return PlanOf(said) switch
        {
            Week => first.AddDays(((after.DayNumber - first.DayNumber) / DaysOfWeek + 1) * DaysOfWeek),
            Month => Later(first.AddMonths(months), first.AddMonths(months + 1), after),
            Year => Later(first.AddYears(years), first.AddYears(years + 1), after),
            _ => null,
        };
    }

    public static bool IsOnWorkingDay(JsonObject said) => bool.TryParse($"{said[OnWorkingDay]}", out var only) && only;

    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(Done);

    private static DateOnly? Day(JsonObject said) => DateOnly.TryParseExact($"{said[Date]}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    private static DateOnly Later(DateOnly one, DateOnly next, DateOnly after) => one > after ? one : next;
    private static string PlanOf(JsonObject said) => $"{said[Every]}" is { Length: > 0 } plan ? plan : Once;
}
