using Integral.Platform.Data;
using Integral.Platform.Sharing;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Calendars;

internal sealed record SharedDay(DateOnly Day, bool IsWorked, string Name);

/// <summary>The days of an institution for those below it: one record, as a year's holidays are said at once.</summary>
internal sealed record SharedDays(IReadOnlyList<SharedDay> Days)
{
    public const string Kind = "platform.calendar", Record = "days";
}

/// <summary>Takes the days that an institution above works otherwise. Own days stay as they are: they count more.</summary>
internal sealed class DaysFromAbove(Db db) : ITakesFromAbove
{
    public string Kind => SharedDays.Kind;

    public async Task TakeAsync(Tenant origin, string recordId, string body)
    {
        var said = Json.Read<SharedDays>(body)!.Days.ToDictionary(d => d.Day);
        foreach (var held in await HeldAsync(origin.Id))
        {
            if (said.Remove(held.Day, out var now)) held.Say(now.IsWorked, now.Name);
            else db.Remove(held);
        }
        foreach (var one in said.Values)
        {
            var day = new CalendarDay(one.Day, origin.Id);
            day.Say(one.IsWorked, one.Name);
            db.Add(day);
        }
    }

    public async Task WithdrawAsync(Guid originId, string recordId) => db.RemoveRange(await HeldAsync(originId));

    private Task<List<CalendarDay>> HeldAsync(Guid origin) => db.Set<CalendarDay>().Where(d => d.OriginId == origin).ToListAsync();
}
