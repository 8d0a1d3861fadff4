using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integral.Platform.Calendars;

/// <summary>A day that isn't as its week says: a Tuesday on which nobody works, or a Saturday that is worked.</summary>
[Audited]
public sealed class CalendarDay
{
    public const int LongestName = 200;

    private CalendarDay() { }

    internal CalendarDay(DateOnly day, Guid? origin) => (Day, OriginId) = (day, origin);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public DateOnly Day { get; private init; }
    public bool IsWorked { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The institution above that said so; null where this one did, whose word counts more.</summary>
    public Guid? OriginId { get; private init; }

    internal void Say(bool isWorked, string name) => (IsWorked, Name) = (isWorked, name);
}

internal sealed class CalendarTables : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("calendar_days");
        day.Property(d => d.Name).HasMaxLength(CalendarDay.LongestName);
        day.HasIndex(d => new { d.Day, d.OriginId }).IsUnique();
        day.HasIndex(d => d.Day).IsUnique().HasFilter("\"OriginId\" IS NULL").Says(T.Say("Somebody has just said this of the day. Look again."));
    }
}
