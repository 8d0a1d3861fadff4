using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>Who decides what, and what becomes of it.</summary>
public sealed class InboxTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task Two_decisions_at_once_for_different_roles_are_not_both_made_by_one_person()
    {
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Step("fork", "ForkTask", """{ "Forks": ["a", "b"] }"""), Decision("first", DeliveredRoles.CentreStaff, "Accept"), Decision("second", DeliveredRoles.Expert, "Accept"),
            Step("join", "JoinTask"), Decision("last", DeliveredRoles.CentreStaff, "Accept")], "start=Done>fork", "fork=a>first", "fork=b>second", "first=Accept>join", "second=Accept>join", "join=Joined>last"));
        var (staff, expert) = (await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff), await district.ProgramAsync(Centre, DeliveredRoles.Expert));
        var (first, second) = (await district.TaskAsync(subject, "first"), await district.TaskAsync(subject, "second"));

        Assert.Equal(HttpStatusCode.NotFound, (await staff.DecideAsync(second, "Accept")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await expert.DecideAsync(first, "Accept")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await staff.DecideAsync(first, "Accept")).StatusCode);
        Assert.Equal(["second"], await district.OpenAsync(subject));
        Assert.Equal(HttpStatusCode.OK, (await expert.DecideAsync(second, "Accept")).StatusCode);
        Assert.Equal(["last"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task The_second_of_two_who_decide_at_once_sees_what_the_first_did_and_each_effect_happens_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Refuse"), Decision("next", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check", "check=Accept>next", "check=Refuse>next"));
            var (one, other) = (await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff), await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff));
            var task = await district.TaskAsync(subject, "check");
            var answers = await Task.WhenAll(one.DecideAsync(task, "Accept"), other.DecideAsync(task, "Refuse"));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
            Assert.Contains("has decided this already", await answers.Single(a => !a.IsSuccessStatusCode).Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(["next"], await district.OpenAsync(subject));
            Assert.Matches("^ApplicationSubmittedEvent=Done check=(Accept|Refuse)$", await district.HistoryAsync(subject));
        }
    }

    [Fact]
    public async Task A_way_that_is_called_off_in_the_turn_in_which_it_began_leaves_nothing_to_decide()
    {
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Step("fork", "ForkTask", """{ "Forks": ["a", "b"] }"""), Decision("check", DeliveredRoles.CentreStaff, "Accept"),
            Step("if", "IfElseTask", """{ "Condition": { "Field": "nothing", "Is": "IsSaid" } }"""), Step("any", "JoinTask", """{ "Mode": "WaitAny" }"""), Decision("last", DeliveredRoles.CentreStaff, "Accept")],
            "start=Done>fork", "fork=a>check", "fork=b>if", "if=False>any", "check=Accept>any", "any=Joined>last"));
        Assert.Equal(["last"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task A_task_on_which_somebody_works_is_taken_over_before_it_is_decided()
    {
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check"));
        var (one, other) = (await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff), await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff));
        var task = await district.TaskAsync(subject, "check");
        await DoneAsync(one, $"{task}/claim");
        Assert.Contains("Take it over first", await (await other.DecideAsync(task, "Accept")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.PostAsync($"{Inbox}/{task}/release", null)).StatusCode);
        Assert.Contains($"{task}", await one.GetStringAsync($"{Inbox}?side=Mine&limit=100"), StringComparison.Ordinal);

        await DoneAsync(other, $"{task}/claim");
        Assert.Contains("Taken over", await other.GetStringAsync($"{Inbox}/{task}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.DecideAsync(task, "Accept")).StatusCode);
        Assert.Equal(CaseStatus.Finished, await district.StatusAsync(subject));
        Assert.Contains($"{task}", await other.GetStringAsync($"{Inbox}?side=Done"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_a_reason_is_not_decided_without_one_and_no_outcome_is_invented()
    {
        var check = Step("check", "UserTaskEvent", """{ "Actions": ["Accept", "Refuse"], "NeedsReason": ["Refuse"], "Roles": ["centre_staff"], "ActivityMetadata": { "Title": "check" } }""");
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), check], "start=Done>check"));
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var task = await district.TaskAsync(subject, "check");
        Assert.Contains("Say why", await (await http.DecideAsync(task, "Refuse", " ")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.DecideAsync(task, "Destroy")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync($"{Inbox}/{task}/decide", new { outcome = "Accept", role = "admin" })).StatusCode);

        var clerk = await district.SignInAsync("centre", "/centre");
        var kept = await clerk.SubmitAsync($"/centre/Admin/Inbox/Show/{task}", new() { ["Outcome"] = "Accept", ["Form.Reason"] = new string('x', 2001) });
        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.Contains(new string('x', 2001), kept.Text, StringComparison.Ordinal);
        Assert.Equal(["check"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task A_case_that_is_withdrawn_leaves_nothing_to_decide_and_a_signal_is_heard_once()
    {
        var definition = Definition([Step("start", Start, isStart: true), Step("wait", "SignalEvent", """{ "SignalName": "Told" }"""), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>wait", "wait=Done>check");
        var subject = await district.BeginAsync(definition);
        Assert.Equal((false, true, false), await district.InTenantAsync(Centre, async services =>
        {
            var (db, workflows) = (services.GetRequiredService<Integral.Platform.Data.Db>(), services.GetRequiredService<IWorkflows>());
            var acting = new Acting(db, district.Tenant(Centre), "Somebody");
            return await db.WriteAsync(async () => (await workflows.SignalAsync(acting, "test", subject, "Other"), await workflows.SignalAsync(acting, "test", subject, "Told"), await workflows.SignalAsync(acting, "test", subject, "Told")));
        }));
        Assert.Equal(["check"], await district.OpenAsync(subject));

        await district.InTenantAsync(Centre, async services =>
        {
            var db = services.GetRequiredService<Integral.Platform.Data.Db>();
            await db.WriteAsync(async () =>
            {
                await services.GetRequiredService<IWorkflows>().CancelAsync(new(db, district.Tenant(Centre), "Somebody"), "test", subject, "Changed my mind");
                return 0;
            });
            return 0;
        });
        Assert.Empty(await district.OpenAsync(subject));
        Assert.Equal(CaseStatus.Cancelled, await district.StatusAsync(subject));
    }

    [Fact]
    public async Task The_inbox_comes_in_parts_the_longest_waiting_first_and_costs_the_same_for_many_tasks()
    {
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var (all, after) = (new List<JsonNode>(), "");
        do
        {
            var part = (await http.GetFromJsonAsync<JsonNode>($"{Inbox}?limit=20{after}"))!;
            all.AddRange(part["items"]!.AsArray().OfType<JsonNode>());
            after = part["next"] is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);
        Assert.Equal(all.Count, all.Select(t => $"{t["id"]}").Distinct().Count());
        Assert.True(all.Count > 40);
        Assert.Equal(all.Select(t => (DateTime)t["since"]!).Order(), all.Select(t => (DateTime)t["since"]!));

        Assert.Equal(await district.CostAsync(() => http.GetStringAsync($"{Inbox}?limit=2")), await district.CostAsync(() => http.GetStringAsync($"{Inbox}?limit=40")));
    }

    private static async Task DoneAsync(HttpClient http, string what) => Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Inbox}/{what}", null)).StatusCode);
}
