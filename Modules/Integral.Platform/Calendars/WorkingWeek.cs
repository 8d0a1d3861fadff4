using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Settings;

namespace Integral.Platform.Calendars;

/// <summary>The days of the week on which an institution works: a setting of its own, as a school with six days may stand under an office with five.</summary>
/// <param name="Days">Their English names; of a recipe's, what is no day is left out.</param>
public sealed record WorkingWeek(IReadOnlyList<string>? Days)
{
    public const string Setting = "WorkingWeek";

    private const string DaysProperty = "days";
    private static readonly DayOfWeek[] Usual = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    internal static KnownSettings Known { get; } = new(Setting, values =>
        (values[DaysProperty] as JsonArray ?? []).Select(d => $"{d}").Where(d => !Enum.TryParse<DayOfWeek>(d, ignoreCase: true, out _)).Select(d => (DaysProperty, T.Say("There is no day of the week '{0}'.", d))));

    internal static async Task<IReadOnlySet<DayOfWeek>> OfAsync(Db db)
    {
        var said = (await db.SettingAsync<WorkingWeek>(Setting))?.Days?.Where(d => Enum.TryParse<DayOfWeek>(d, ignoreCase: true, out _)).Select(d => Enum.Parse<DayOfWeek>(d, ignoreCase: true)).ToHashSet();
        return said is { Count: > 0 } ? said : Usual.ToHashSet();
    }

    internal static JsonObject Say(IEnumerable<DayOfWeek> days) => new() { [DaysProperty] = new JsonArray([.. days.Distinct().Order().Select(d => $"{d}")]) };
}
