using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>How the inbox is looked through, and what is done with many tasks at once.</summary>
public sealed class InboxListTests(District district) : IClassFixture<District>
{
    private static readonly JsonObject Checked = Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Refuse"), Decision("next", DeliveredRoles.CentreStaff, "Accept")],
        "start=Done>check", "check=Accept>next", "check=Refuse>next");

    [Theory]
    [InlineData("Oldest", "since", false), InlineData("Newest", "since", true), InlineData("Deadline", "dueOn", false), InlineData("Name", "title", false)]
    public async Task Every_order_comes_in_parts_without_losing_or_doubling_a_line(string sort, string by, bool isDescending)
    {
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var all = await AllAsync(http, $"sort={sort}&limit=7");
        Assert.Equal((await AllAsync(http, "limit=100")).Select(t => $"{t["id"]}").Order(), all.Select(t => $"{t["id"]}").Order());
        var values = all.Select(t => t[by] is { } value && DateTime.TryParse($"{value}", CultureInfo.InvariantCulture, out var at) ? at : DateTime.MaxValue).ToList();
        Assert.Equal(isDescending ? values.OrderDescending() : values.Order(), values);
    }

    [Fact]
    public async Task A_part_of_the_inbox_is_found_by_words_stage_deadline_and_who_works_on_it()
    {
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var subject = await district.BeginAsync(Checked);
        var task = await district.TaskAsync(subject, "check");
        Assert.Equal([$"{task}"], (await AllAsync(http, $"q={subject:N}")).Select(t => $"{t["id"]}"));
        var stage = $"{(await AllAsync(http, $"q={subject:N}"))[0]["stage"]}";
        Assert.Equal([$"{task}"], (await AllAsync(http, $"stage={stage}")).Select(t => $"{t["id"]}"));
        Assert.Empty(await AllAsync(http, $"q={subject:N}&due=Late"));
        Assert.NotEmpty(await AllAsync(http, "due=Late"));
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Inbox}/{task}/claim", null)).StatusCode);
        Assert.Empty(await AllAsync(http, $"q={subject:N}&free=true"));
        Assert.Equal([$"{task}"], (await AllAsync(http, $"side=Mine&stage={stage}")).Select(t => $"{t["id"]}"));

        Assert.Empty(await AllAsync(http, $"stage={Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.GetAsync($"{Inbox}?sort=Colour")).StatusCode);
        var stages = (await http.GetFromJsonAsync<JsonNode>($"{Inbox}/stages?limit=100"))!["items"]!.AsArray();
        Assert.Equal(1, (int)stages.Single(s => $"{s!["id"]}" == stage)!["waiting"]!);
    }

    [Fact]
    public async Task Whoever_has_none_of_a_stages_roles_sees_nothing_of_it()
    {
        var subject = await district.BeginAsync(Checked);
        var (staff, expert) = (await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff), await district.ProgramAsync(Centre, DeliveredRoles.Expert));
        var task = await district.TaskAsync(subject, "check");
        var stage = $"{(await AllAsync(staff, $"q={subject:N}"))[0]["stage"]}";
        Assert.Empty(await AllAsync(expert, $"q={subject:N}"));
        Assert.Empty(await AllAsync(expert, $"stage={stage}"));
        Assert.DoesNotContain(stage, await expert.GetStringAsync($"{Inbox}/stages"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await expert.PostAsync($"{Inbox}/{task}/follow", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await expert.GetAsync($"{Inbox}/{task}/colleagues")).StatusCode);
        var many = (await (await expert.PostAsJsonAsync($"{Inbox}/decide", new { ids = new[] { task }, outcome = "Accept" })).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((0, ""), ((int)many["done"]!, $"{many["refused"]![0]!["title"]}"));
        Assert.Equal(["check"], await district.OpenAsync(subject));
    }

    [Fact]
    public async Task Many_are_decided_alike_each_on_its_own_and_taken_back_together()
    {
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var subjects = new List<Guid>();
        for (var n = 0; n < 4; n++) subjects.Add(await district.BeginAsync(Checked));
        var tasks = new List<Guid>();
        foreach (var subject in subjects) tasks.Add(await district.TaskAsync(subject, "check"));
        await http.DecideAsync(tasks[3], "Accept");

        var report = (await (await http.PostAsJsonAsync($"{Inbox}/decide", new { ids = tasks, outcome = "Refuse", reason = "Not now" })).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(3, (int)report["done"]!);
        Assert.Contains("уже при", $"{Assert.Single(report["refused"]!.AsArray())!["why"]}", StringComparison.Ordinal);

        // Somebody has gone on with one of them.
        await http.DecideAsync(await district.TaskAsync(subjects[0], "next"), "Accept");
        var back = (await (await http.PostAsync($"{Inbox}/take-back/{report["with"]}", null)).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(2, (int)back["done"]!);
        Assert.Contains("С тех пор что-то произошло", $"{Assert.Single(back["refused"]!.AsArray())!["why"]}", StringComparison.Ordinal);
        Assert.Empty(await district.OpenAsync(subjects[0]));
        Assert.Equal(["check"], await district.OpenAsync(subjects[1]));
        Assert.Equal("ApplicationSubmittedEvent=Done check=Refuse The decision was taken back=Refuse", await district.HistoryAsync(subjects[1]));
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync(tasks[1], "Accept")).StatusCode);

        // Its own of another person nobody takes back.
        var other = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var decided = (await (await http.DecideAsync(tasks[2], "Accept")).Content.ReadFromJsonAsync<JsonNode>())!["with"];
        var refused = (await (await other.PostAsync($"{Inbox}/take-back/{decided}", null)).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Contains("отменить может только", $"{refused["refused"]![0]!["why"]}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync($"{Inbox}/take-back/{Guid.NewGuid()}", null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Inbox}/decide", new { ids = Array.Empty<Guid>(), outcome = "Accept" })).StatusCode);
    }

    [Fact]
    public async Task What_was_called_off_by_a_decision_waits_again_when_that_is_taken_back()
    {
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Step("fork", "ForkTask", """{ "Forks": ["a", "b"] }"""), Decision("first", DeliveredRoles.CentreStaff, "Accept"), Decision("second", DeliveredRoles.CentreStaff, "Accept"),
            Step("any", "JoinTask", """{ "Mode": "WaitAny" }""")], "start=Done>fork", "fork=a>first", "fork=b>second", "first=Accept>any", "second=Accept>any"));
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var with = (await (await http.DecideAsync(await district.TaskAsync(subject, "first"), "Accept")).Content.ReadFromJsonAsync<JsonNode>())!["with"];
        Assert.Equal(Integral.Workflows.Cases.CaseStatus.Finished, await district.StatusAsync(subject));
        await http.PostAsync($"{Inbox}/take-back/{with}", null);
        Assert.Equal(["first", "second"], await district.OpenAsync(subject));
        Assert.Equal(Integral.Workflows.Cases.CaseStatus.Running, await district.StatusAsync(subject));
    }

    [Fact]
    public async Task A_task_is_given_to_a_colleague_of_its_roles_only_and_the_history_says_so()
    {
        var subject = await district.BeginAsync(Checked);
        var clerk = await district.SignInAsync("centre", "/centre");
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var task = await district.TaskAsync(subject, "check");
        var colleagues = (await http.GetFromJsonAsync<JsonNode>($"{Inbox}/{task}/colleagues"))!["items"]!.AsArray();
        var centre = (await district.AccountAsync("centre")).Id;
        Assert.Contains(colleagues, c => $"{c!["accountId"]}" == $"{centre}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Inbox}/{task}/give", new { accountId = (await district.AccountAsync("teacher")).Id })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsJsonAsync($"{Inbox}/{task}/give", new { accountId = centre })).StatusCode);
        Assert.Contains($"{subject:N}", await clerk.ReadAsync("/centre/Admin/Inbox?Side=Mine"), StringComparison.Ordinal);
        Assert.Contains("Given to a colleague", await district.HistoryAsync(subject), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.DecideAsync(task, "Accept")).StatusCode);
    }

    [Fact]
    public async Task What_one_follows_is_seen_until_it_is_over()
    {
        var subject = await district.BeginAsync(Checked);
        var http = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var task = await district.TaskAsync(subject, "check");
        for (var twice = 0; twice < 2; twice++) Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Inbox}/{task}/follow", null)).StatusCode);
        await http.DecideAsync(task, "Accept");
        var row = Assert.Single((await http.GetFromJsonAsync<JsonNode>($"{Inbox}/followed"))!["items"]!.AsArray())!;
        Assert.Equal(("next", "Running"), ($"{row["waits"]![0]}", $"{row["status"]}"));
        await http.DecideAsync(await district.TaskAsync(subject, "next"), "Accept");
        Assert.Equal("Finished", $"{(await http.GetFromJsonAsync<JsonNode>($"{Inbox}/followed"))!["items"]![0]!["status"]}");
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"{Inbox}/{task}/follow")).StatusCode);
        Assert.Empty((await http.GetFromJsonAsync<JsonNode>($"{Inbox}/followed"))!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_view_is_kept_by_name_and_is_ones_own()
    {
        var (clerk, other) = (await district.SignInAsync("centre", "/centre"), await district.SignInAsync("admin", "/centre"));
        Assert.True((await clerk.SubmitAsync("/centre/Admin/Inbox?Due=Late&Sort=Deadline", new() { ["ViewName"] = "Горит" })).IsRedirect);
        var page = await clerk.OpenAsync("/centre/Admin/Inbox");
        Assert.Contains("Due=Late", page.Document.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Горит").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("Горит", await other.ReadAsync("/centre/Admin/Inbox"), StringComparison.Ordinal);
        var unnamed = await clerk.SubmitAsync("/centre/Admin/Inbox?Due=Late", new() { ["ViewName"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unnamed.Status);
        Assert.True((await clerk.SubmitAsync("/centre/Admin/Inbox", [], "Forget")).IsRedirect);
        Assert.DoesNotContain("Горит", await clerk.ReadAsync("/centre/Admin/Inbox"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_decides_alike_shows_what_it_could_not_and_undoes_it_on_the_page()
    {
        var subjects = new[] { await district.BeginAsync(Checked), await district.BeginAsync(Checked) };
        var clerk = await district.SignInAsync("centre", "/centre");
        var first = await district.TaskAsync(subjects[0], "check");
        var list = $"/centre/Admin/Inbox?Q={subjects[0]:N}";
        var empty = await clerk.SubmitAsync(list, new() { ["Reason"] = "Not this year", ["Act"] = "Refuse" }, "Bulk");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Not this year", empty.Text, StringComparison.Ordinal);
        var done = await clerk.SubmitAsync(list, new() { ["Chosen"] = $"{first}", ["Reason"] = "Not this year", ["Act"] = "Refuse" }, "Bulk");
        Assert.True(done.IsRedirect, done.Errors);
        Assert.Equal(["next"], await district.OpenAsync(subjects[0]));
        Assert.True((await clerk.SubmitAsync("/centre/Admin/Inbox", [], "Undo")).IsRedirect);
        Assert.Equal(["check"], await district.OpenAsync(subjects[0]));

        // From one decided the next of the same list opens.
        var decided = await clerk.SubmitAsync($"/centre/Admin/Inbox/Show/{first}?Sort=Newest", new() { ["Outcome"] = "Accept", ["Form.Reason"] = "" });
        Assert.Contains("/Admin/Inbox/Show/", $"{decided.Location}", StringComparison.Ordinal);
        Assert.Contains("Sort=Newest", $"{decided.Location}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_meanwhile_is_said_above_the_columns_that_are_still_there()
    {
        var (gone, stays) = (await district.BeginAsync(Checked), await district.BeginAsync(Checked));
        var task = await district.TaskAsync(gone, "check");
        var clerk = await district.SignInAsync("centre", "/centre");
        var form = (await clerk.OpenAsync("/centre/Admin/Inbox/Board")).Document.QuerySelectorAll("main form").Single(f => f.GetAttribute("action")!.Contains($"{task}", StringComparison.Ordinal) && f.GetAttribute("action")!.Contains("act=Accept", StringComparison.Ordinal));
        await (await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff)).DecideAsync(task, "Refuse");
        var told = await clerk.PostAsync(form.GetAttribute("action")!, form.QuerySelectorAll("input[name]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("уже при", told.Errors, StringComparison.Ordinal);
        Assert.Contains($"{stays:N}", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_the_inbox_cost_the_same_for_many_tasks()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        foreach (var page in new[] { "/centre/Admin/Inbox", "/centre/Admin/Inbox/Board", "/centre/Admin/Inbox?Handler=Counts", "/centre/Admin/Inbox?Side=Mine&Sort=Name" })
        {
            await clerk.ReadAsync(page);
            var few = await district.CostAsync(() => clerk.ReadAsync(page));
            for (var n = 0; n < 5; n++) await district.BeginAsync(Checked);
            await clerk.ReadAsync(page);
            Assert.Equal(few, await district.CostAsync(() => clerk.ReadAsync(page)));
        }
    }

    private static async Task<List<JsonNode>> AllAsync(HttpClient http, string query)
    {
        var (all, after) = (new List<JsonNode>(), "");
        do
        {
            var part = (await http.GetFromJsonAsync<JsonNode>($"{Inbox}?{query}{after}"))!;
            all.AddRange(part["items"]!.AsArray().OfType<JsonNode>());
            after = part["next"] is { } next ? $"&after={Uri.EscapeDataString($"{next}")}" : "";
        }
        while (after.Length > 0);
        return all;
    }
}
