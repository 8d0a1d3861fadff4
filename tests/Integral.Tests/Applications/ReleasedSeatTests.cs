using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Applications;

/// <summary>A workflow frees a seat that it has given.</summary>
public sealed class ReleasedSeatTests(District district) : IClassFixture<District>
{
    private static JsonObject Flow => Definition([Step("start", Start, isStart: true), Decision("confirm", DeliveredRoles.CentreStaff, "They don't come"), Step("free", "ReleaseSeatTask"), Decision("next", DeliveredRoles.CentreStaff, "Accept")],
        "start=Done>confirm", "confirm=They don't come>free", "free=Freed>next");

    [Fact]
    public async Task A_seat_is_free_once_however_many_decide_and_theirs_again_when_that_is_taken_back()
    {
        var (opening, http) = (await district.RecruitAsync("Не пришла", seats: 1), await district.ProgramAsync("centre", DeliveredRoles.CentreStaff));
        (await district.ApplyAsync(opening, "Нехотова")).Followed();
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync((await district.TasksAsync(opening))[0], "Accept")).StatusCode);
        var one = Assert.Single(await district.AllAsync(opening));
        Assert.Equal((1, true), (await district.SeatedAsync(opening), one.PersonId is not null));

        await district.BeginAsync(Flow, new(Integral.Applications.Application.Kind, one.Id, "Нехотова", "Не пришла"));
        var (task, other) = (await district.TaskAsync(one.Id, "confirm"), await district.ProgramAsync("centre", DeliveredRoles.CentreStaff));
        var answers = await Task.WhenAll(http.DecideAsync(task, "They don't come"), other.DecideAsync(task, "They don't come"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
        Assert.Equal((0, null), (await district.SeatedAsync(opening), (await district.AllAsync(opening))[0].PersonId));
        Assert.Equal(["next"], await district.OpenAsync(one.Id));

        var (who, won) = answers[0].IsSuccessStatusCode ? (http, answers[0]) : (other, answers[1]);
        var back = (await (await who.PostAsync($"{Inbox}/take-back/{(await won.Content.ReadFromJsonAsync<JsonNode>())!["with"]}", null)).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(1, (int)back["done"]!);
        Assert.Equal((1, one.PersonId), (await district.SeatedAsync(opening), (await district.AllAsync(opening))[0].PersonId));
        Assert.Equal(["confirm"], await district.OpenAsync(one.Id));
    }

    [Fact]
    public async Task A_seat_that_somebody_else_has_got_is_not_taken_back()
    {
        var (opening, http) = (await district.RecruitAsync("Уже занято", seats: 1), await district.ProgramAsync("centre", DeliveredRoles.CentreStaff));
        (await district.ApplyAsync(opening, "Первова")).Followed();
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync((await district.TasksAsync(opening))[0], "Accept")).StatusCode);
        var first = Assert.Single(await district.AllAsync(opening));
        await district.BeginAsync(Flow, new(Integral.Applications.Application.Kind, first.Id, "Первова", "Уже занято"));
        var with = (await (await http.DecideAsync(await district.TaskAsync(first.Id, "confirm"), "They don't come")).Content.ReadFromJsonAsync<JsonNode>())!["with"];

        (await district.ApplyAsync(opening, "Вторая")).Followed();
        await district.BegunAsync(opening);
        var second = (await district.AllAsync(opening)).Single(a => a.Id != first.Id);
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(await district.TaskAsync(second.Id, "Look through the application"), "Accept")).StatusCode);
        Assert.Equal(1, await district.SeatedAsync(opening));
        var back = (await (await http.PostAsync($"{Inbox}/take-back/{with}", null)).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(0, (int)back["done"]!);
        Assert.Equal((1, null), (await district.SeatedAsync(opening), (await district.AllAsync(opening)).Single(a => a.Id == first.Id).PersonId));
    }

    [Fact]
    public async Task Who_has_no_seat_goes_the_other_way()
    {
        var (opening, http) = (await district.RecruitAsync("Без места"), await district.ProgramAsync("centre", DeliveredRoles.CentreStaff));
        (await district.ApplyAsync(opening, "Безместова")).Followed();
        var one = Assert.Single(await district.AllAsync(opening));
        await district.BeginAsync(Flow, new(Integral.Applications.Application.Kind, one.Id, "Безместова", "Без места"));
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(await district.TaskAsync(one.Id, "confirm"), "They don't come")).StatusCode);
        Assert.EndsWith("ReleaseSeatTask=No seat", await district.HistoryAsync(one.Id), StringComparison.Ordinal);
    }
}
