using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Integral.Workflows.Trying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>Whoever decides is asked something, and what they answer is kept.</summary>
public sealed class DecisionFormTests(District district) : IClassFixture<District>
{
    private const string Asked = """
        { "Actions": ["Accept", "Refuse"], "Roles": ["centre_staff"], "ActivityMetadata": { "Title": "check" }, "Form": [
          { "Name": "hours", "Label": "Hours", "Kind": "Number", "RequiredFor": ["Accept"] },
          { "Name": "begins", "Label": "Begins", "Kind": "Day" },
          { "Name": "paid", "Label": "Paid", "Kind": "YesNo" },
          { "Name": "where", "Label": "Where", "Kind": "Choice", "Choices": ["Here", "There"] } ] }
        """;

    private const string Many = """{ "Condition": { "Field": "form.hours", "Is": "AtLeast", "Value": 40 } }""";

    private static JsonObject Flow => Definition([Step("start", Start, isStart: true), Step("check", "UserTaskEvent", Asked), Step("if", "IfElseTask", Many), Decision("long", DeliveredRoles.CentreStaff, "Accept"), Decision("short", DeliveredRoles.CentreStaff, "Accept")],
        "start=Done>check", "check=Accept>if", "if=True>long", "if=False>short");

    [Theory, InlineData("72", "long"), InlineData("39,5", "short")]
    public async Task What_was_answered_decides_where_the_case_goes_and_stays_in_its_history(string hours, string next)
    {
        var (subject, http, task) = await BeginAsync();
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(http, task, "Accept", new() { ["hours"] = hours, ["begins"] = "2027-02-01", ["paid"] = "true", ["where"] = "There" })).StatusCode);
        Assert.Equal([next], await district.OpenAsync(subject));
        var told = (await http.GetFromJsonAsync<JsonNode>($"{Inbox}/{task}"))!["history"]!.AsArray().Select(l => l!["answers"]!.AsArray()).Single(a => a.Count > 0);
        Assert.Equal([("Hours", hours.Replace(',', '.')), ("Begins", "2027-02-01"), ("Paid", "true"), ("Where", "There")], told.Select(a => ($"{a!["label"]}", $"{a["value"]}")));
    }

    [Theory, InlineData("hours", "many"), InlineData("begins", "1.2.2027"), InlineData("paid", "perhaps"), InlineData("where", "Nowhere"), InlineData("colour", "red")]
    public async Task What_is_no_answer_is_refused_and_nothing_happens(string name, string value)
    {
        var (subject, http, task) = await BeginAsync();
        var answers = new Dictionary<string, string?> { ["hours"] = "1" };
        answers[name] = value;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(http, task, "Accept", answers)).StatusCode);
        Assert.Equal(["check"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task Only_the_decisions_that_need_an_answer_wait_for_it()
    {
        var (subject, http, task) = await BeginAsync();
        Assert.Contains("has to be answered", await (await http.DecideAsync(task, "Accept")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(task, "Refuse")).StatusCode);
        Assert.Equal(CaseStatus.Finished, await district.StatusAsync(subject));
    }

    [Fact]
    public async Task The_page_says_beside_the_question_what_is_wrong_and_keeps_what_was_typed()
    {
        var (subject, _, task) = await BeginAsync();
        var clerk = await district.SignInAsync("centre", "/centre");
        var refused = await clerk.SubmitAsync($"/centre/Admin/Inbox/Show/{task}", new() { ["Outcome"] = "Accept", ["Form.Answers.begins"] = "2027-02-01" });
        Assert.Equal("2027-02-01", refused.Document.QuerySelector("input[name='Form.Answers.begins']")!.GetAttribute("value"));
        Assert.NotNull(refused.Document.QuerySelector("#Form_Answers_hours-error"));
        Assert.Equal(["check"], await district.OpenAsync(subject));

        Assert.True((await clerk.SubmitAsync($"/centre/Admin/Inbox/Show/{task}", new() { ["Outcome"] = "Accept", ["Form.Answers.hours"] = "80" })).IsRedirect);
        Assert.Equal(["long"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task Many_at_once_are_not_decided_where_questions_are_asked_and_the_others_are()
    {
        var (asked, http, task) = await BeginAsync();
        var plain = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check"));
        var report = (await (await http.PostAsJsonAsync($"{Inbox}/decide", new { ids = new[] { task, await district.TaskAsync(plain, "check") }, outcome = "Accept" })).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(1, (int)report["done"]!);
        Assert.Contains("ответить на вопросы", $"{Assert.Single(report["refused"]!.AsArray())!["why"]}", StringComparison.Ordinal);
        Assert.Equal(["check"], await district.OpenAsync(asked));
        Assert.Equal(CaseStatus.Finished, await district.StatusAsync(plain));
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_the_answers_of_one_are_kept()
    {
        for (var round = 0; round < 3; round++)
        {
            var (subject, one, task) = await BeginAsync();
            var other = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
            var answers = await Task.WhenAll(AnswerAsync(one, task, "Accept", new() { ["hours"] = "80" }), AnswerAsync(other, task, "Accept", new() { ["hours"] = "10" }));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
            var kept = await district.InDbAsync(Centre, db => db.CaseSteps.Where(s => s.Answers != null && db.Set<WorkflowCase>().Any(c => c.Id == s.CaseId && c.SubjectId == subject)).Select(s => s.Answers!).ToListAsync());
            Assert.Equal([Assert.Single(kept).Contains("\"80\"", StringComparison.Ordinal) ? "long" : "short"], await district.OpenAsync(subject));
        }
    }

    [Fact]
    public async Task What_was_taken_back_asks_again_and_the_history_keeps_what_was_answered()
    {
        var (subject, http, task) = await BeginAsync();
        var with = (await (await AnswerAsync(http, task, "Accept", new() { ["hours"] = "80" })).Content.ReadFromJsonAsync<JsonNode>())!["with"];
        (await http.PostAsync($"{Inbox}/take-back/{with}", null)).EnsureSuccessStatusCode();
        Assert.Equal(["check"], await district.OpenAsync(subject));
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(http, task, "Accept", new() { ["hours"] = "8" })).StatusCode);
        Assert.Equal(["short"], await district.OpenAsync(subject));
        Assert.Equal(["80", "8"], (await http.GetFromJsonAsync<JsonNode>($"{Inbox}/{task}"))!["history"]!.AsArray().SelectMany(l => l!["answers"]!.AsArray()).Select(a => $"{a!["value"]}"));
    }

    [Theory]
    [InlineData("""{ "Name": "Hours", "Label": "Hours", "Kind": "Number" }""")]
    [InlineData("""{ "Name": "hours", "Label": "", "Kind": "Number" }""")]
    [InlineData("""{ "Name": "hours", "Label": "Hours", "Kind": "Colour" }""")]
    [InlineData("""{ "Name": "hours", "Label": "Hours", "Kind": "Choice", "Choices": ["One"] }""")]
    [InlineData("""{ "Name": "hours", "Label": "Hours", "Kind": "Number", "RequiredFor": ["Destroy"] }""")]
    [InlineData("""{ "Name": "hours", "Label": "Hours", "Kind": "Number" }, { "Name": "hours", "Label": "Again", "Kind": "Number" }""")]
    [InlineData("\"hours\"")]
    public void A_question_that_can_not_be_asked_is_told_with_its_step(string form)
    {
        var step = Step("check", "UserTaskEvent", $$"""{ "Actions": ["Accept"], "Roles": ["centre_staff"], "ActivityMetadata": { "Title": "check" }, "Form": [ {{form}} ] }""");
        var faults = district.Services.GetRequiredService<GraphCheck>().Faults(Graph.Read(Definition([Step("start", Start, isStart: true), step], "start=Done>check")), DeliveredRoles.All.Select(r => r.Name).ToHashSet());
        Assert.Equal("check", Assert.Single(faults).Node);
    }

    [Fact]
    public async Task A_try_out_says_what_is_asked_and_goes_by_what_is_answered()
    {
        var (graph, activities) = (Graph.Read(Flow), district.Services.GetRequiredService<KnownActivities>());
        var tried = await TryOut.WalkAsync(activities, graph, "0.0", new() { ["form"] = new JsonObject { ["hours"] = "50" } }, TimeProvider.System.GetUtcNow());
        Assert.Equal(["long"], tried.Waits.Select(w => w.Node.Id));
        Assert.Equal(4, tried.Steps.Single(s => s.Node.Id == "check" && s.Outcome is null).Effects.Count(e => e.Key == "It is asked: {0}"));
    }

    [Fact]
    public void What_is_no_longer_asked_still_stands_as_it_was_asked()
    {
        var texts = district.Services.GetRequiredService<Integral.Platform.Localization.Texts>();
        Assert.Equal("2.5", new CaseAnswer("gone", "Gone", FormFieldKind.Number, "2.5").Shown(texts).Replace(',', '.'));
        Assert.Equal("Anything", new CaseAnswer("gone", "Gone", FormFieldKind.Choice, "Anything").Shown(texts));
    }

    private async Task<(Guid Subject, HttpClient Http, Guid Task)> BeginAsync()
    {
        var subject = await district.BeginAsync(Flow);
        return (subject, await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff), await district.TaskAsync(subject, "check"));
    }

    private static Task<HttpResponseMessage> AnswerAsync(HttpClient http, Guid task, string outcome, Dictionary<string, string?> answers) => http.PostAsJsonAsync($"{Inbox}/{task}/decide", new { outcome, answers });
}
