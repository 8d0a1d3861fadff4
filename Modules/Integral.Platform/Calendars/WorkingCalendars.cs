using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Calendars;

/// <summary>A day that isn't as its week says, as it holds here.</summary>
/// <param name="OriginId">The institution above that said so; null where this one did.</param>
public sealed record NamedDay(DateOnly Day, bool IsWorked, string Name, Guid? OriginId);

/// <summary>
/// Reads the working calendar of an institution. Of what was said of one day its own word counts, else that of the nearest above, whose days were copied here
/// (<see cref="DaysFromAbove"/>). It is read anew each time, from the day that matters on: some twenty rows by an index, which a copy from above can change at any moment.
/// </summary>
public sealed class WorkingCalendars
{
    private readonly Catalogue catalogue;

    internal WorkingCalendars(Catalogue catalogue) => this.catalogue = catalogue;

    /// <param name="db">Of the institution.</param>
    /// <param name="from">Days before it are as the week says.</param>
    public async Task<WorkingCalendar> OfAsync(Db db, DateOnly from) =>
        new(await WorkingWeek.OfAsync(db), (await NamedAsync(db, from, DateOnly.MaxValue)).ToDictionary(d => d.Day, d => d.IsWorked));

    public static Task<IReadOnlySet<DayOfWeek>> WeekAsync(Db db) => WorkingWeek.OfAsync(db);

    /// <summary>The days that aren't as the week says, in order.</summary>
    public async Task<IReadOnlyList<NamedDay>> NamedAsync(Db db, DateOnly from, DateOnly until)
    {
        // Whoever isn't above any more says nothing; its days are on their way out.
        var nearest = catalogue.UpFrom(db.Tenant).Select((t, i) => (t.Id, i)).ToDictionary(t => t.Id, t => t.i);
        nearest[db.Tenant.Id] = 0;
        var all = await db.Set<CalendarDay>().AsNoTracking().Where(d => from <= d.Day && d.Day <= until).Select(d => new NamedDay(d.Day, d.IsWorked, d.Name, d.OriginId)).ToListAsync();
        return [.. all.Where(d => d.OriginId is not { } origin || nearest.ContainsKey(origin)).OrderBy(d => d.Day).ThenBy(d => d.OriginId is { } origin ? nearest[origin] : 0).DistinctBy(d => d.Day)];
    }
}
