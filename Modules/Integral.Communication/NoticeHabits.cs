using Integral.Communication.Contracts;

namespace Integral.Communication;

/// <summary>When somebody wants no letters, and when the daily one. Hours of the institution's clock.</summary>
internal sealed class NoticeHabits
{
    /// <summary>What several things of one person's need to come together in one letter.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMinutes(10);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public int QuietFrom { get; private set; } = 21;

    /// <summary>The same hour as <see cref="QuietFrom"/>: letters may come at any time.</summary>
    public int QuietUntil { get; private set; } = 8;
    public int DailyAt { get; private set; } = 8;
    public int Version { get; private set; } = 1;

    /// <exception cref="RuleException">These aren't hours.</exception>
    public void Say(int quietFrom, int quietUntil, int dailyAt)
    {
        foreach (var (hour, field) in new[] { (quietFrom, nameof(QuietFrom)), (quietUntil, nameof(QuietUntil)), (dailyAt, nameof(DailyAt)) })
            Rule.Require(hour is >= 0 and <= 23, "An hour is from 0 to 23.", field);
        (QuietFrom, QuietUntil, DailyAt) = (quietFrom, quietUntil, dailyAt);
        Version++;
    }

    /// <summary>When a letter about something that happens now is written, UTC; null where none is.</summary>
    public DateTime? WriteAt(LetterChoice choice, TimeZoneInfo zone, DateTime now) => choice switch
    {
        LetterChoice.AtOnce => AfterQuiet(zone, now + Gathering),
        LetterChoice.Daily => AfterQuiet(zone, NextDaily(zone, now)),
        _ => null,
    };

    /// <summary>When a text message about something that happens now is sent, UTC: quiet hours hold it.</summary>
    public DateTime TextAt(TimeZoneInfo zone, DateTime now) => AfterQuiet(zone, now);

    private DateTime NextDaily(TimeZoneInfo zone, DateTime now)
    {
        var today = zone.MomentOf(zone.DayOf(now), new(DailyAt, 0));
        return today > now ? today : zone.MomentOf(zone.DayOf(now).AddDays(1), new(DailyAt, 0));
    }

    private DateTime AfterQuiet(TimeZoneInfo zone, DateTime at)
    {
        var (hour, day) = (TimeZoneInfo.ConvertTimeFromUtc(at, zone).Hour, zone.DayOf(at));
        var isOverNight = QuietFrom > QuietUntil;
        var isQuiet = isOverNight ? hour >= QuietFrom || hour < QuietUntil : hour >= QuietFrom && hour < QuietUntil;
        return !isQuiet ? at : zone.MomentOf(isOverNight && hour >= QuietFrom ? day.AddDays(1) : day, new(QuietUntil, 0));
    }
}

/// <summary>About which kind somebody wants letters, and when.</summary>
internal sealed class NoticeChoice
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Kind { get; init; }
    public required LetterChoice Letters { get; set; }
}
