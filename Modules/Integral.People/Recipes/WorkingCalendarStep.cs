using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Platform.Calendars;
using Integral.Platform.Recipes;
using Integral.Platform.Recipes.Export;
using Integral.Platform.Reporting;

namespace Integral.People.Recipes;

/// <summary>
/// Says which days are worked: <c>Week</c>, single <c>Days</c>, and holidays that are on the same day each year (<c>Yearly</c>), of this year and the next two.
/// Holidays that move are the institution's to say.
/// </summary>
internal sealed class WorkingCalendarStep(TimeProvider clock) : IRecipeStep
{
    private const int Years = 3;

    public string Name => "WorkingCalendar";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        List<SaidDays> said = [];
        foreach (var (item, place) in step.Objects(step.Body, "Yearly", "Yearly", run)) Read(place, () => said.AddRange(EachYear(item, run)));
        foreach (var (item, place) in step.Objects(step.Body, "Days", "Days", run)) Read(place, () => said.Add(Days(item, item.Day("From") ?? throw Unsaid("From"), item.Day("Until"))));
        List<DayOfWeek> week = [];
        foreach (var (text, place) in step.Texts("Week", run))
        {
            if (Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day)) week.Add(day);
            else run.Problem(step, place, T.Say("There is no day of the week '{0}'.", text));
        }
        await run.Db.SaveChangesAsync();
        var own = new OwnDays(run.Db, run.Offers);
        try
        {
            if (said.Count > 0) await own.PutAsync(said);
            if (week.Count > 0) await own.WorkOnAsync(week);
        }
        catch (RuleException rule) { run.Problem(step, "Days", rule.Sentence); }
        run.Did(T.Say("Days of the working calendar written: {0}", said.Count));

        void Read(string place, Action read)
        {
            try { read(); }
            catch (RuleException rule) { run.Problem(step, rule.Field.Length > 0 ? $"{place}.{rule.Field}" : place, rule.Sentence); }
        }
    }

    // A 29 February is only in some years.
    private List<SaidDays> EachYear(JsonObject item, RecipeRun run)
    {
        var (on, first) = (item.Text("On") ?? "", Figures.DayIn(run.Tenant, clock).Year);
        Rule.Require(IsDay(2000, on), T.Say("'{0}' is no day of a year; it is written like 05-09.", on), "On");
        var until = item.Text("Until") ?? on;
        Rule.Require(IsDay(2000, until), T.Say("'{0}' is no day of a year; it is written like 05-09.", until), "Until");
        return [.. Enumerable.Range(first, Years).Where(y => IsDay(y, on) && IsDay(y, until)).Select(y => Days(item, Day(y, on), Day(y, until)))];
    }

    private static SaidDays Days(JsonObject item, DateOnly from, DateOnly? until) => new(from, until ?? from, item.Flag("IsWorked"), item.Text("Name") ?? "");

    private static bool IsDay(int year, string on) => DateOnly.TryParseExact($"{year}-{on}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    private static DateOnly Day(int year, string on) => DateOnly.ParseExact($"{year}-{on}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static RuleException Unsaid(string field) => new(T.Say("Say from which day on."), field);
}

/// <summary>The institution's own days; those from above stay above, and the week is a setting.</summary>
internal sealed class ExportedCalendar(WorkingCalendars calendars) : IExportedSteps
{
    public async Task AddAsync(ExportedSite site)
    {
        var own = (await calendars.NamedAsync(site.Db, DateOnly.MinValue, DateOnly.MaxValue)).Where(d => d.OriginId is null).ToList();
        if (own.Count == 0) return;
        site.Step("WorkingCalendar", new()
        {
            ["Days"] = new JsonArray([.. own.Select(d => new JsonObject { ["From"] = d.Day.ToString("O", CultureInfo.InvariantCulture), ["Name"] = d.Name, ["IsWorked"] = d.IsWorked })]),
        });
    }
}
