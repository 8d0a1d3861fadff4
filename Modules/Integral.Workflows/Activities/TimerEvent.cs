using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Workflows.Contracts;

namespace Integral.Workflows.Activities;

/// <summary>
/// Waits for a time: so many <c>Days</c> and <c>Hours</c>, or until the <c>Date</c> begins. Orchard's of that name repeats by a <c>CronExpression</c>; a matter waits once.
/// </summary>
internal sealed class TimerEvent : Activity
{
    public const string Kind = "TimerEvent";

    private const string Days = "Days", Hours = "Hours", Date = "Date";
    private const int MostDays = 365, MostHours = 24 * MostDays;

    public override string Name => Kind;
    public override Sentence Title => T.Say("Waits for a time");

    public override IReadOnlyList<ActivitySetting> Settings =>
    [
        new(Days, T.Say("Days to wait"), SettingKind.Number), new(Hours, T.Say("Hours to wait"), SettingKind.Number), new(Date, T.Say("Or until this day begins"), SettingKind.Day),
    ];

    public override string? Foresee(JsonObject said, JsonObject facts) => null;

    public override Sentence? Fault(JsonObject said)
    {
        var (days, hours, date) = (Node(said, Days), Node(said, Hours), Node(said, Date));
        if (date is not null) return days is null && hours is null && Day(date) is not null ? null : T.Say("It waits until a Date, written like 2026-09-01, or for Days and Hours; not for both.");
        return (days ?? hours) is not null && IsWithin(days, MostDays) && IsWithin(hours, MostHours) && Length(said) > TimeSpan.Zero ? null : T.Say("It waits for at most {0} Days and {1} Hours, or until a Date.", MostDays, MostHours);
    }

    /// <summary>When it is over, UTC.</summary>
    public static DateTime Until(JsonObject said, DateTime now, Tenant tenant) => Day(Node(said, Date)) is { } day ? tenant.Zone.MomentOf(day) : now + Length(said);

    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(null);

    private static string? Node(JsonObject said, string name) => said[name] is { } value ? $"{value}" : null;
    private static bool IsWithin(string? text, int most) => text is null || Number(text) is { } number && number <= most;
    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    private static TimeSpan Length(JsonObject said) => TimeSpan.FromDays(Number(Node(said, Days)) ?? 0) + TimeSpan.FromHours(Number(Node(said, Hours)) ?? 0);
    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
