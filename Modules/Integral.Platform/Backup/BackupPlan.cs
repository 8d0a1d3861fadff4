using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Integral.Platform.Backup;

/// <summary>What the settings say of backups that are made by themselves.</summary>
internal sealed class BackupPlan(IConfiguration configuration, Demo demo)
{
    private static readonly TimeSpan Night = TimeSpan.FromHours(6);
    private static readonly DateTime Monday = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The demo's people and data are nobody's: it makes none unless told to.</summary>
    public TimeSpan Every { get; } = TimeSpan.FromHours(Math.Max(0, configuration.GetValue("Integral:Backups:EveryHours", demo.IsOn ? 0 : 24)));

    /// <summary>The time of day they begin at, in the root institution's time zone.</summary>
    public TimeOnly At { get; } = TimeOnly.Parse(configuration["Integral:Backups:At"] ?? "02:00", CultureInfo.InvariantCulture);

    public Retention Retention { get; } = new(
        configuration.GetValue("Integral:Backups:KeepDays", 7), configuration.GetValue("Integral:Backups:KeepWeeks", 4), configuration.GetValue("Integral:Backups:KeepMonths", 12));

    /// <summary>Bytes of the disk that backups leave to others.</summary>
    public long LeaveFree { get; } = configuration.GetValue("Integral:Backups:LeaveFreeMB", 1024L) << 20;

    /// <summary>How often one of them is restored to see whether it can be.</summary>
    public TimeSpan DrillEvery { get; } = TimeSpan.FromDays(Math.Max(0, configuration.GetValue("Integral:Backups:DrillDays", 30)));

    public bool IsOn => Every > TimeSpan.Zero;
    public bool HasDrill => IsOn && DrillEvery > TimeSpan.Zero;

    /// <summary>Whether it is not long since backups became due: six hours, or half the time between two.</summary>
    public bool IsTime(DateTime now, string zone) => now - DueSince(now, zone) < (Every / 2 < Night ? Every / 2 : Night);

    /// <summary>When the backups that are due now became due: of 24 hours from 02:00 on, the last two o'clock.</summary>
    public DateTime DueSince(DateTime now, string zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var since = (local - Monday - At.ToTimeSpan()).Ticks % Every.Ticks;
        return now - TimeSpan.FromTicks(since);
    }
}
