using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>Workflows that other workflows call.</summary>
public sealed class SubWorkflowTests(District district) : IClassFixture<District>
{
    private const string Staff = DeliveredRoles.CentreStaff, Expert = DeliveredRoles.Expert;

    [Fact]
    public async Task The_matter_goes_by_the_other_workflow_and_comes_back_when_that_has_ended()
    {
        await CallableAsync("there-and-back", Definition([Step("start", Called.Kind, isStart: true), Decision("read", Expert, "Good", "Bad")], "start=Done>read"));
        var (subject, staff, expert) = (await district.BeginAsync(Calling("there-and-back")), await district.ProgramAsync(Centre, Staff), await district.ProgramAsync(Centre, Expert));
        Assert.Equal(HttpStatusCode.OK, (await staff.DecideAsync(await district.TaskAsync(subject, "check"), "Accept")).StatusCode);
        Assert.Equal(["read"], await district.OpenAsync(subject));

        var read = await district.TaskAsync(subject, "read");
        Assert.Contains("\"check\"", await expert.GetStringAsync($"{Inbox}/{read}"), StringComparison.Ordinal);      // what was decided before it was called
        Assert.Equal(HttpStatusCode.OK, (await expert.DecideAsync(read, "Bad")).StatusCode);
        Assert.Equal(["approve"], await district.OpenAsync(subject));
        Assert.Equal(HttpStatusCode.OK, (await staff.DecideAsync(await district.TaskAsync(subject, "approve"), "Accept")).StatusCode);
        Assert.Equal([CaseStatus.Finished, CaseStatus.Finished], await StatusesAsync(subject));
        Assert.Equal("SubWorkflowTask=Done", Assert.Single((await district.HistoryAsync(subject)).Split(' '), s => s.StartsWith("SubWorkflowTask", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_decided_there_last_leads_on_where_the_step_says_so()
    {
        await CallableAsync("opinion", Definition([Step("start", Called.Kind, isStart: true), Decision("read", Expert, "Good", "Bad", "No idea")], "start=Done>read"));
        var definition = Definition([Step("start", Start, isStart: true), Step("call", SubWorkflow.Kind, """{ "WorkflowTypeId": "opinion", "Outcomes": ["Good", "Bad"] }"""), Decision("approve", Staff, "Accept"), Decision("refuse", Staff, "Refuse"), Decision("ask", Staff, "Ask")],
            "start=Done>call", "call=Good>approve", "call=Bad>refuse", "call=Done>ask");
        var expert = await district.ProgramAsync(Centre, Expert);
        foreach (var (outcome, next) in new[] { ("Good", "approve"), ("Bad", "refuse"), ("No idea", "ask") })
        {
            var subject = await district.BeginAsync(definition);
            await DecidedAsync(expert, subject, "read", outcome);
            Assert.Equal([next], await district.OpenAsync(subject));
        }
    }

    [Fact]
    public async Task What_needs_nobody_is_over_at_once()
    {
        await CallableAsync("at-once", Definition([Step("start", Called.Kind, isStart: true)]));
        var (subject, staff) = (await district.BeginAsync(Calling("at-once")), await district.ProgramAsync(Centre, Staff));
        Assert.Equal(HttpStatusCode.OK, (await staff.DecideAsync(await district.TaskAsync(subject, "check"), "Accept")).StatusCode);
        Assert.Equal(["approve"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task A_fork_waits_for_both_that_it_called_and_a_way_that_was_called_off_calls_them_off()
    {
        await CallableAsync("forked", Definition([Step("start", Called.Kind, isStart: true), Decision("read", Expert, "Good")], "start=Done>read"));
        JsonObject Forked(string mode) => Definition([Step("start", Start, isStart: true), Step("fork", "ForkTask", """{ "Forks": ["A", "B"] }"""), Call("one", "forked"), Call("two", "forked"), Step("join", "JoinTask", mode), Decision("approve", Staff, "Accept")],
            "start=Done>fork", "fork=A>one", "fork=B>two", "one=Done>join", "two=Done>join", "join=Joined>approve");
        var expert = await district.ProgramAsync(Centre, Expert);
        var (all, any) = (await district.BeginAsync(Forked("{}")), await district.BeginAsync(Forked("""{ "Mode": "WaitAny" }""")));
        foreach (var subject in new[] { all, any })
        {
            Assert.Equal(["read", "read"], await district.OpenAsync(subject));
            Assert.Equal(HttpStatusCode.OK, (await expert.DecideAsync((await TasksAsync(subject))[0], "Good")).StatusCode);
        }
        Assert.Equal(["read"], await district.OpenAsync(all));
        Assert.Equal(["approve"], await district.OpenAsync(any));
        Assert.Equal([CaseStatus.Running, CaseStatus.Finished, CaseStatus.Cancelled], (await StatusesAsync(any)).Order());
        Assert.Equal(HttpStatusCode.OK, (await expert.DecideAsync((await TasksAsync(all))[0], "Good")).StatusCode);
        Assert.Equal(["approve"], await district.OpenAsync(all));
    }

    [Fact]
    public async Task A_decision_is_taken_back_with_what_it_called_while_nobody_has_gone_on_there()
    {
        await CallableAsync("taken-back", Definition([Step("start", Called.Kind, isStart: true), Decision("read", Expert, "Good")], "start=Done>read"));
        var (subject, staff, expert) = (await district.BeginAsync(Calling("taken-back")), await district.ProgramAsync(Centre, Staff), await district.ProgramAsync(Centre, Expert));
        Assert.Equal(1, await TakenBackAsync(staff, await DecidedAsync(staff, subject, "check", "Accept")));
        Assert.Equal(["check"], await district.OpenAsync(subject));

        var again = await DecidedAsync(staff, subject, "check", "Accept");
        Assert.Equal(["read"], await district.OpenAsync(subject));
        var read = await DecidedAsync(expert, subject, "read", "Good");
        Assert.Equal(0, await TakenBackAsync(staff, again));
        Assert.Equal(0, await TakenBackAsync(expert, read));
        Assert.Equal(["approve"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task Cancelling_ends_what_was_called_too()
    {
        await CallableAsync("cancelled", Definition([Step("start", Called.Kind, isStart: true), Decision("read", Expert, "Good")], "start=Done>read"));
        var (subject, staff) = (await district.BeginAsync(Calling("cancelled")), await district.ProgramAsync(Centre, Staff));
        await DecidedAsync(staff, subject, "check", "Accept");
        await district.InTenantAsync(Centre, async services =>
        {
            var db = services.GetRequiredService<Db>();
            await db.WriteAsync(() => services.GetRequiredService<IWorkflows>().CancelAsync(new(db, db.Tenant, "Somebody"), "test", subject, "Not needed"));
            return 0;
        });
        Assert.Empty(await district.OpenAsync(subject));
        Assert.Equal([CaseStatus.Cancelled, CaseStatus.Cancelled], await StatusesAsync(subject));
    }

    [Fact]
    public async Task What_is_off_isnt_called_and_the_decision_before_it_waits()
    {
        await CallableAsync("off", Definition([Step("start", Called.Kind, isStart: true), Decision("read", Expert, "Good")], "start=Done>read"), isOn: false);
        var (subject, staff) = (await district.BeginAsync(Calling("off")), await district.ProgramAsync(Centre, Staff));
        var refused = await staff.DecideAsync(await district.TaskAsync(subject, "check"), "Accept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("'off'", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["check"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task A_definition_calls_what_is_there_and_not_itself_in_the_end()
    {
        var head = await district.ProgramAsync(Centre, DeliveredRoles.TenantAdmin);
        Assert.Contains("nowhere", await FaultAsync(await SayAsync(head, "Calls nothing", Start, "nowhere")), StringComparison.Ordinal);
        var first = await SayAsync(head, "First of a circle", Called.Kind, null);
        var one = (await first.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(HttpStatusCode.Created, (await SayAsync(head, "Second of a circle", Called.Kind, $"{one["workflowTypeId"]}")).StatusCode);
        using var change = new HttpRequestMessage(HttpMethod.Put, $"/centre/api/v1/workflows/{one["id"]}") { Content = JsonContent.Create(new { name = "First of a circle", isEnabled = true, definition = Calls(Called.Kind, "second-of-a-circle") }) };
        change.Headers.TryAddWithoutValidation("If-Match", $"{first.Headers.ETag}");
        Assert.Contains("вызвал бы сам себя", await FaultAsync(await head.SendAsync(change)), StringComparison.Ordinal);
    }

    private static JsonObject Call(string id, string workflow) => Step(id, SubWorkflow.Kind, $$"""{ "WorkflowTypeId": "{{workflow}}" }""");

    private static JsonObject Calling(string workflow) =>
        Definition([Step("start", Start, isStart: true), Decision("check", Staff, "Accept"), Call("call", workflow), Decision("approve", Staff, "Accept")], "start=Done>check", "check=Accept>call", "call=Done>approve");

    private static JsonObject Calls(string start, string? workflow) => workflow is null ? Definition([Step("start", start, isStart: true)]) : Definition([Step("start", start, isStart: true), Call("call", workflow)], "start=Done>call");

    private static Task<HttpResponseMessage> SayAsync(HttpClient http, string name, string start, string? workflow) => http.PostAsJsonAsync("/centre/api/v1/workflows", new { name, isEnabled = false, definition = Calls(start, workflow) });

    private static async Task<string> FaultAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return $"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]}";
    }

    private Task<int> CallableAsync(string id, JsonObject definition, bool isOn = true) => district.InDbAsync(Centre, db =>
    {
        var type = new WorkflowType { WorkflowTypeId = id };
        db.AddRange(type, type.Say(id, Called.Kind, isOn, definition.ToJsonString(), "", TimeProvider.System.GetUtcNow().UtcDateTime));
        return db.SaveChangesAsync();
    });

    private async Task<string> DecidedAsync(HttpClient http, Guid subject, string title, string outcome)
    {
        var decided = await http.DecideAsync(await district.TaskAsync(subject, title), outcome);
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        return $"{(await decided.Content.ReadFromJsonAsync<JsonNode>())!["with"]}";
    }

    private static async Task<int> TakenBackAsync(HttpClient http, string with) => (int)(await (await http.PostAsync($"{Inbox}/take-back/{with}", null)).Content.ReadFromJsonAsync<JsonNode>())!["done"]!;

    private Task<List<Guid>> TasksAsync(Guid subject) => district.InDbAsync(Centre, db => db.CaseTasks.Where(t => t.IsOpen && db.Set<WorkflowCase>().Any(c => c.Id == t.CaseId && c.SubjectId == subject)).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync());

    private Task<List<CaseStatus>> StatusesAsync(Guid subject) => district.InDbAsync(Centre, db => db.WorkflowCases.Where(c => c.SubjectId == subject).OrderBy(c => c.Id).Select(c => c.Status).ToListAsync());
}
