using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Calendars;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>The working calendar: of a district, and of the schools below it.</summary>
public sealed class CalendarTests(JobDistrict district) : IClassFixture<JobDistrict>, IDisposable
{
    private const string Api = "api/v1/calendar";

    private readonly Folder folder = new();

    [Fact]
    public async Task The_days_of_the_district_hold_in_its_schools_unless_a_school_says_otherwise_of_the_day()
    {
        var (office, head) = (await district.ProgramAsync("", DeliveredRoles.DistrictOffice), await district.ProgramAsync("school-1", DeliveredRoles.Head));
        await PutAsync(office, "", "2031-03-13", false, "Районный сбор");
        await PutAsync(office, "", "2031-03-14", false, "Районный сбор");
        await PutAsync(head, "/school-1", "2031-03-14", true, "Олимпиада");
        await district.AllAsync();

        Assert.Equal(["2031-03-13 False Районный сбор from Демонстрационный район", "2031-03-14 True Олимпиада from "], await DaysAsync(head, "/school-1", 2031));
        Assert.Equal((false, true), await IsWorkingAsync("school-1"));
        Assert.Equal((false, false), await IsWorkingAsync("school-2"));

        // What the school took back is again as above; what the district took back is as the week says.
        await DoneAsync(await head.DeleteAsync($"/school-1/{Api}/days/2031-03-14"));
        Assert.Equal((false, false), await IsWorkingAsync("school-1"));
        await DoneAsync(await office.DeleteAsync($"/{Api}/days/2031-03-13"));
        await district.AllAsync();
        Assert.Equal((true, false), await IsWorkingAsync("school-1"));
        Assert.Equal(HttpStatusCode.NotFound, (await head.DeleteAsync($"/school-1/{Api}/days/2031-03-14")).StatusCode);        // that of the district isn't the school's to take out
        await DoneAsync(await office.DeleteAsync($"/{Api}/days/2031-03-14"));
    }

    [Fact]
    public async Task The_demo_district_has_the_holidays_of_its_country_and_a_school_with_six_days()
    {
        await district.AllAsync();
        var year = district.Clock.GetUtcNow().Year + 1;
        var (one, two) = (await CalendarAsync("school-1"), await CalendarAsync("school-2"));
        Assert.False(one.IsWorking(new(year, 12, 16)));
        Assert.False(two.IsWorking(new(year, 12, 16)));
        var saturday = new DateOnly(year, 2, 1);
        while (saturday.DayOfWeek != DayOfWeek.Saturday) saturday = saturday.AddDays(1);
        Assert.False(one.IsWorking(saturday));
        Assert.True(two.IsWorking(saturday));
    }

    [Fact]
    public async Task Days_are_said_and_taken_out_on_the_screen_several_at_once()
    {
        var head = await district.SignInAsync("head2", "/school-2");
        var page = "/school-2/Admin/Calendar/Edit?year=2032";
        Assert.Contains("раньше первого", (await head.SubmitAsync(page, new() { ["Form.From"] = "2032-05-03", ["Form.Until"] = "2032-05-01", ["Form.Name"] = "Каникулы" })).Errors, StringComparison.Ordinal);
        Assert.Contains("100", (await head.SubmitAsync(page, new() { ["Form.From"] = "2032-05-03", ["Form.Until"] = "2033-05-01", ["Form.Name"] = "Каникулы" })).Errors, StringComparison.Ordinal);
        Assert.True((await head.SubmitAsync(page, new() { ["Form.From"] = "2032-05-03", ["Form.Until"] = "2032-05-05", ["Form.Name"] = "Майские каникулы" })).IsRedirect);
        var shown = await head.ReadAsync("/school-2/Admin/Calendar?year=2032");
        Assert.Equal(3, shown.Split(">Майские каникулы</td>").Length - 1);
        Assert.Contains("title=\"Выходной, Майские каникулы\"", shown, StringComparison.Ordinal);

        Assert.True((await head.SubmitAsync(page, new() { ["day"] = "2032-05-03" }, "Remove")).IsRedirect);
        Assert.Equal(2, (await head.ReadAsync("/school-2/Admin/Calendar?year=2032")).Split(">Майские каникулы</td>").Length - 1);
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("teacher3", "/school-2")).StatusAsync(page));
        Assert.Equal(HttpStatusCode.OK, await (await district.SignInAsync("teacher3", "/school-2")).StatusAsync("/school-2/Admin/Calendar"));
    }

    [Fact]
    public async Task A_week_has_at_least_one_worked_day()
    {
        var refused = await Assert.ThrowsAsync<Integral.Platform.RuleException>(() => district.InTenantAsync("centre", async services =>
        {
            await services.GetRequiredService<OwnDays>().WorkOnAsync([]);
            return 0;
        }));
        Assert.Contains("At least one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_says_the_holidays_of_this_year_and_the_next_two_and_can_be_run_again()
    {
        folder.Write("days.recipe.json", """
            { "steps": [ { "name": "WorkingCalendar", "Week": ["Monday", "Tuesday"], "Yearly": [ { "On": "07-20", "Until": "07-21", "Name": "День центра" } ], "Days": [ { "From": "2033-01-08", "IsWorked": true, "Name": "Вместо" } ] } ] }
            """);
        var terminal = new Terminal(district);
        for (var i = 0; i < 2; i++) await terminal.DoAsync("recipes", "run", folder.At("days.recipe.json"), "--tenant", "centre");
        Assert.Equal(7, await district.InDbAsync("centre", db => db.Set<CalendarDay>().CountAsync(d => d.OriginId == null)));
        var calendar = await CalendarAsync("centre");
        Assert.True(calendar.IsWorking(new(2033, 1, 8)));
        Assert.True(calendar.IsWorking(new(2033, 1, 4)));
        Assert.False(calendar.IsWorking(new(2033, 1, 5)));

        folder.Write("broken.recipe.json", """{ "steps": [ { "name": "WorkingCalendar", "Week": ["Someday"], "Yearly": [ { "On": "02-30", "Name": "x" } ], "Days": [ { "Name": "x" } ] } ] }""");
        var run = await terminal.RunAsync("recipes", "run", folder.At("broken.recipe.json"), "--tenant", "centre");
        Assert.Equal(1, run.Code);
        foreach (var said in new[] { "Week[0]", "Yearly[0].On", "Days[0].From" }) Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_calendar_costs_the_same_with_many_days()
    {
        var head = await district.SignInAsync("head", "/school-1");
        var before = await district.CostAsync(() => head.ReadAsync("/school-1/Admin/Calendar?year=2034"));
        await district.InTenantAsync("school-1", async services =>
        {
            await services.GetRequiredService<OwnDays>().PutAsync(new SaidDays(new(2034, 6, 1), new(2034, 8, 31), false, "Лето"));
            return 0;
        });
        Assert.Equal(before, await district.CostAsync(() => head.ReadAsync("/school-1/Admin/Calendar?year=2034")));
    }

    public void Dispose() => folder.Dispose();

    private Task<WorkingCalendar> CalendarAsync(string tenant) => district.InTenantAsync(tenant, services =>
        services.GetRequiredService<WorkingCalendars>().OfAsync(services.GetRequiredService<Db>(), DateOnly.MinValue));

    private async Task<(bool, bool)> IsWorkingAsync(string tenant)
    {
        var calendar = await CalendarAsync(tenant);
        return (calendar.IsWorking(new(2031, 3, 13)), calendar.IsWorking(new(2031, 3, 14)));
    }

    private static async Task PutAsync(HttpClient http, string at, string day, bool isWorked, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{at}/{Api}/days/{day}") { Content = JsonContent.Create(new { isWorked, name }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"{(await http.GetAsync($"{at}/{Api}/days/{day}")).Headers.ETag}");
        await DoneAsync(await http.SendAsync(request));
    }

    private static async Task DoneAsync(HttpResponseMessage answer) => Assert.True(answer.StatusCode == HttpStatusCode.NoContent, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");

    private static async Task<List<string>> DaysAsync(HttpClient http, string at, int year) =>
        [.. (await http.GetFromJsonAsync<JsonNode>($"{at}/{Api}/{year}"))!["days"]!.AsArray().Select(d => $"{d!["day"]} {(bool)d["isWorked"]!} {d["name"]} from {d["from"]}")];
}
