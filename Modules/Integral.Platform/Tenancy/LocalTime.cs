namespace Integral.Platform.Tenancy;

/// <summary>Days and moments by the clock of an institution.</summary>
public static class LocalTime
{
    extension(Tenant tenant)
    {
        public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(tenant.TimeZone);
    }

    /// <summary>A time of a day there, UTC; midnight where none is said. Where clocks are put forward over it, an hour later.</summary>
    public static DateTime MomentOf(this TimeZoneInfo zone, DateOnly day, TimeOnly time = default)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    /// <summary>Which day it is there.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
}
