using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Calendars;

/// <summary>What is said of several days at once.</summary>
public sealed record SaidDays(DateOnly From, DateOnly Until, bool IsWorked, string Name);

/// <summary>Says which days an institution works, for the screen, the API and recipes alike. Its days hold for all below it that don't say otherwise.</summary>
public sealed class OwnDays(Db db, Offers offers)
{
    /// <summary>Of an institution; days of years ago may be taken out.</summary>
    public const int MostDays = 1000;

    private const int LongestSpan = 100, FirstYear = 2000, LastYear = 2100;

    /// <summary>Says it of each of the days, whatever was said of it before.</summary>
    /// <exception cref="RuleException">Something in it can't be so.</exception>
    public Task PutAsync(params IReadOnlyCollection<SaidDays> said) => ChangeAsync(async known =>
    {
        foreach (var one in said)
        {
            var name = Checked(one);
            for (var day = one.From; day <= one.Until; day = day.AddDays(1))
            {
                if (!known.TryGetValue(day, out var there)) db.Add(known[day] = there = new(day, null));
                there.Say(one.IsWorked, name);
            }
        }
        Rule.Require(known.Count <= MostDays, T.Say("At most {0} days can be otherwise than the week. Take out those of years ago.", MostDays), "From");
        await db.SaveChangesAsync();
    });

    /// <summary>The day is as the week says, or as those above do.</summary>
    /// <exception cref="NotFoundException">This institution says nothing of it.</exception>
    public Task RemoveAsync(DateOnly day) => ChangeAsync(async known =>
    {
        if (!known.Remove(day, out var there)) throw new NotFoundException();
        db.Remove(there);
        await db.SaveChangesAsync();
    });

    /// <exception cref="RuleException">Nobody would ever work.</exception>
    public async Task WorkOnAsync(IReadOnlyCollection<DayOfWeek> week)
    {
        Rule.Require(week.Count > 0, "At least one day of the week is worked.", "Week");
        await db.PutSettingAsync(WorkingWeek.Setting, WorkingWeek.Say(week));
        await db.SaveChangesAsync();
    }

    private Task ChangeAsync(Func<Dictionary<DateOnly, CalendarDay>, Task> change) => db.WriteAsync(async () =>
    {
        var known = await db.Set<CalendarDay>().Where(d => d.OriginId == null).ToDictionaryAsync(d => d.Day);
        await change(known);
        if (known.Count == 0) await offers.WithdrawAsync(SharedDays.Kind, SharedDays.Record);
        else await offers.OfferAsync(SharedDays.Kind, SharedDays.Record, new SharedDays([.. known.Values.OrderBy(d => d.Day).Select(d => new SharedDay(d.Day, d.IsWorked, d.Name))]));
        await db.SaveChangesAsync();
    });

    private static string Checked(SaidDays said)
    {
        var name = said.Name.Trim();
        Rule.Require(name.Length is > 0 and <= CalendarDay.LongestName, T.Say("Say in 1 to {0} characters what day it is.", CalendarDay.LongestName), "Name");
        Rule.Require(said.From <= said.Until, "The last day comes before the first.", "Until");
        Rule.Require(said.From.Year >= FirstYear && said.Until.Year <= LastYear, T.Say("The calendar has the years {0} to {1}.", $"{FirstYear}", $"{LastYear}"), "From");
        Rule.Require(said.Until.DayNumber - said.From.DayNumber < LongestSpan, T.Say("At most {0} days at once.", LongestSpan), "Until");
        return name;
    }
}
