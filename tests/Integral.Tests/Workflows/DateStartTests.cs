using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Calendars;
using Integral.Platform.Jobs;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.Messaging;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>Cases that begin by date: each day one.</summary>
public sealed class DateStartTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    private const string Api = "/centre/api/v1/workflows";

    [Theory]
    [InlineData("Once", "2026-01-31", "2026-01-30", "2026-01-31"), InlineData("Once", "2026-01-31", "2026-01-31", null), InlineData("Week", "2026-01-31", "2026-02-07", "2026-02-14"), InlineData("Week", "2026-01-31", "2026-02-06", "2026-02-07")]
    [InlineData("Month", "2026-01-31", "2026-01-31", "2026-02-28"), InlineData("Month", "2026-01-31", "2026-02-28", "2026-03-31"), InlineData("Month", "2026-01-31", "2026-12-31", "2027-01-31"), InlineData("Month", "2026-01-31", "2027-01-30", "2027-01-31")]
    [InlineData("Year", "2024-02-29", "2026-02-28", "2027-02-28"), InlineData("Year", "2024-02-29", "2027-03-01", "2028-02-29"), InlineData("Year", "2026-09-01", "2026-11-28", "2027-09-01"), InlineData("", "2026-09-01", "2026-11-28", null)]
    public void The_next_day_of_a_plan_is_counted_from_its_first(string every, string first, string after, string? next) =>
        Assert.Equal(next is null ? (DateOnly?)null : Day(next), DateStart.NextAfter(new() { ["Date"] = first, ["Every"] = every }, Day(after)));

    [Fact]
    public async Task Nodes_that_wake_at_once_begin_one_case_a_day_and_of_missed_days_one_is_made_up_for()
    {
        var first = Today.AddDays(1);
        var (id, _) = await MakeAsync(first, "Week");
        await PassAsync(MorningOf(first).AddMinutes(-1));
        Assert.Equal(0, await CasesAsync(id));

        district.Clock.Pass(TimeSpan.FromMinutes(2));
        await AllNodesAsync();
        await district.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await CasesAsync(id));
        Assert.Equal("DateEvent=Done", await district.HistoryAsync(id));
        Assert.Equal(first.AddDays(7), await NextOnAsync(id));

        district.Clock.Pass(TimeSpan.FromDays(30));
        await AllNodesAsync();
        await district.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(2, await CasesAsync(id));
        Assert.Equal(first.AddDays(35), await NextOnAsync(id));
    }

    [Fact]
    public async Task A_day_that_turns_out_not_to_be_worked_waits_for_the_next_one_that_is()
    {
        var day = Today.AddDays(2);
        var (id, _) = await MakeAsync(day, "Year", onWorkingDay: true);
        await district.InTenantAsync(Centre, async services =>
        {
            await services.GetRequiredService<OwnDays>().PutAsync(new SaidDays(day, day, false, "Праздник"));
            return 0;
        });
        await PassAsync(MorningOf(day).AddMinutes(1));
        Assert.Equal(0, await CasesAsync(id));
        var worked = (await NextOnAsync(id))!.Value;
        Assert.True(worked > day);

        await PassAsync(MorningOf(worked).AddMinutes(1));
        Assert.Equal(1, await CasesAsync(id));
        Assert.Equal(day.AddYears(1), await NextOnAsync(id));
    }

    [Fact]
    public async Task Who_decides_sees_by_which_workflow_it_was_begun()
    {
        var day = Today.AddDays(1);
        var (id, name) = await MakeAsync(day, "Once");
        await PassAsync(MorningOf(day).AddMinutes(1));
        var staff = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        Assert.Contains(name, await staff.GetStringAsync($"{Inbox}/{await district.TaskAsync(id, "check")}"), StringComparison.Ordinal);
        Assert.Null(await NextOnAsync(id));
    }

    [Fact]
    public async Task Switched_off_it_begins_nothing_and_what_is_no_plan_is_refused_with_its_step()
    {
        var day = Today.AddDays(1);
        var (id, name) = await MakeAsync(day, "Week");
        var http = await HeadAsync();
        var tag = $"{(await http.GetAsync($"{Api}/{id}")).Headers.ETag}";
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/{id}") { Content = JsonContent.Create(Body(name, $"{day:yyyy-MM-dd}", "Week", isEnabled: false)) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request)).StatusCode);
        Assert.Null(await NextOnAsync(id));
        await PassAsync(MorningOf(day).AddMinutes(1));
        Assert.Equal(0, await CasesAsync(id));

        foreach (var (date, every) in new[] { ("2026-02-30", "Week"), ("", "Week"), ("1999-12-31", "Once"), ("2026-09-01", "Day") })
        {
            var refused = await (await HeadAsync()).PostAsJsonAsync(Api, Body(name, date, every));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal("start", $"{(await refused.Content.ReadFromJsonAsync<JsonNode>())!["faults"]![0]!["id"]}");
        }
    }

    private async Task<(Guid Id, string Name)> MakeAsync(DateOnly day, string every, bool onWorkingDay = false)
    {
        var name = $"Planned {Guid.NewGuid():N}";
        var made = await (await HeadAsync()).PostAsJsonAsync(Api, Body(name, $"{day:yyyy-MM-dd}", every, onWorkingDay: onWorkingDay));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var one = (await made.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal($"{day:yyyy-MM-dd}", $"{one["nextOn"]}");
        return (Guid.Parse($"{one["id"]}"), name);
    }

    private static JsonObject Body(string name, string date, string every, bool isEnabled = true, bool onWorkingDay = false)
    {
        var said = new JsonObject { ["Date"] = date, ["Every"] = every, ["OnWorkingDay"] = onWorkingDay };
        return new()
        {
            ["name"] = name, ["isEnabled"] = isEnabled,
            ["definition"] = Definition([Step("start", DateStart.Kind, said.ToJsonString(), isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check"),
        };
    }

    private async Task<DateOnly?> NextOnAsync(Guid id) => (await (await HeadAsync()).GetFromJsonAsync<JsonNode>($"{Api}/{id}"))!["nextOn"] is { } next ? Day($"{next}") : null;

    // What one does, the other finds done.
    private Task<int[]> AllNodesAsync() => Task.WhenAll(Enumerable.Range(0, 3).Select(_ => district.InTenantAsync(Centre, async services =>
    {
        await services.GetServices<IWakes>().OfType<StartTimes>().Single().WakeAsync(default);
        return 0;
    })));

    private DateTime Now => district.Clock.GetUtcNow().UtcDateTime;
    private DateOnly Today => district.Tenant(Centre).Zone.DayOf(Now);
    private DateTime MorningOf(DateOnly day) => TaskLetters.MorningOf(district.Tenant(Centre), day);
    private Task PassAsync(DateTime until) => district.PassAsync(until - Now);
    private Task<HttpClient> HeadAsync() => district.ProgramAsync(Centre, DeliveredRoles.Head);
    private Task<int> CasesAsync(Guid type) => district.InDbAsync(Centre, db => db.WorkflowCases.CountAsync(c => c.SubjectId == type));
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
