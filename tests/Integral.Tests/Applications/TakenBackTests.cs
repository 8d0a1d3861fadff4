using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications;
using Integral.People.Contracts;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Applications;

/// <summary>A decision about an application that is taken back leaves everything as it was.</summary>
public sealed class TakenBackTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_seat_that_was_given_by_mistake_is_free_again()
    {
        var opening = await district.RecruitAsync("Ошибка", seats: 1);
        var followed = (await district.ApplyAsync(opening, "Ошибкина")).Followed();
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var with = await DecideAsync(http, opening, "Accept", null);
        Assert.Equal(ApplicationStatus.Enrolled, (await district.AllAsync(opening))[0].Status);

        Assert.Equal(1, (int)(await BackAsync(http, with))["done"]!);
        var one = Assert.Single(await district.AllAsync(opening));
        Assert.Equal((ApplicationStatus.Sent, null), (one.Status, one.PersonId));
        Assert.Equal(0, await district.InDbAsync("centre", db => db.Set<Enrolment>().CountAsync(e => db.Set<Group>().Any(g => g.Id == e.GroupId && g.Name == "Group of Ошибка"))));
        Assert.Single(await district.TasksAsync(opening));
        Assert.Contains("Withdraw", (await district.Visitor().OpenAsync(followed)).Text, StringComparison.Ordinal);
        await DecideAsync(http, opening, "Accept", null);
        Assert.Equal(ApplicationStatus.Enrolled, (await district.AllAsync(opening))[0].Status);
    }

    [Fact]
    public async Task A_refusal_is_taken_back_unless_they_have_applied_again()
    {
        var opening = await district.RecruitAsync("Передумали");
        (await district.ApplyAsync(opening, "Передумова")).Followed();
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var with = await DecideAsync(http, opening, "Refuse", "By mistake");
        await BackAsync(http, with);
        Assert.Equal(ApplicationStatus.Sent, (await district.AllAsync(opening))[0].Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.ApplyAsync(opening, "Передумова")).Status);

        with = await DecideAsync(http, opening, "Refuse", "Once more");
        (await district.ApplyAsync(opening, "Передумова")).Followed();
        Assert.Contains("пришла новая заявка", $"{(await BackAsync(http, with))["refused"]![0]!["why"]}", StringComparison.Ordinal);
        Assert.Equal([ApplicationStatus.Refused, ApplicationStatus.Sent], (await district.AllAsync(opening)).Select(a => a.Status));
    }

    [Fact]
    public async Task What_an_applicant_has_answered_meanwhile_is_not_taken_back()
    {
        var opening = await district.RecruitAsync("Ответ");
        var followed = (await district.ApplyAsync(opening, "Ответова")).Followed();
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var with = await DecideAsync(http, opening, "Ask for something", "Which school?");
        Assert.True((await district.Visitor().SubmitAsync(followed, new() { ["Form.Text"] = "The first" })).IsRedirect);
        Assert.Contains("С тех пор что-то произошло", $"{(await BackAsync(http, with))["refused"]![0]!["why"]}", StringComparison.Ordinal);
        Assert.Single(await district.TasksAsync(opening));
    }

    private async Task<string> DecideAsync(HttpClient http, Guid opening, string outcome, string? reason)
    {
        var answer = await http.DecideAsync((await district.TasksAsync(opening))[0], outcome, reason);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return $"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["with"]}";
    }

    private static async Task<JsonNode> BackAsync(HttpClient http, string with) => (await (await http.PostAsync($"/centre/api/v1/inbox/take-back/{with}", null)).Content.ReadFromJsonAsync<JsonNode>())!;
}
