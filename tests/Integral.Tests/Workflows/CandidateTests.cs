using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.People.Groups;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>Decisions are given to people and working groups, and not only to roles.</summary>
public sealed class CandidateTests(District district) : IClassFixture<District>
{
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Only_the_one_who_is_named_sees_the_matter_and_decides_it()
    {
        var task = await TaskAsync(people: [(await district.AccountAsync("expert")).Id]);
        var (named, other) = (await district.SignInAsync("expert", "/centre"), await district.SignInAsync("expert2", "/centre"));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(Page(task)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.ProgramAsync(Centre, DeliveredRoles.Expert)).DecideAsync(task, "Accept")).StatusCode);
        Assert.Contains($"{task}", await named.ReadAsync("/centre/Admin/Inbox?sort=Newest"), StringComparison.Ordinal);
        Assert.True((await named.SubmitAsync(Page(task), new() { ["Outcome"] = "Accept" })).IsRedirect);
        Assert.Equal("Accept", await OutcomeAsync(task));
    }

    [Fact]
    public async Task Who_is_in_the_group_today_decides_and_who_has_left_it_does_not()
    {
        var (group, person) = (await GroupAsync("Комиссия"), await PersonAsync("expert2"));
        var task = await TaskAsync(groups: [group]);
        var expert = await district.SignInAsync("expert2", "/centre");
        Assert.Equal(HttpStatusCode.NotFound, await expert.StatusAsync(Page(task)));

        var days = await EnrolAsync(group, person);
        Assert.Equal(HttpStatusCode.OK, await expert.StatusAsync(Page(task)));
        await district.InDbAsync(Centre, async db =>
        {
            (await db.Set<Enrolment>().SingleAsync(e => e.Id == days)).End(Today.AddDays(-1), null);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, await expert.StatusAsync(Page(task)));
    }

    [Fact]
    public async Task A_class_is_no_working_group()
    {
        var group = await GroupAsync("Не комиссия", GroupKind.Training);
        await EnrolAsync(group, await PersonAsync("expert2"));
        Assert.Equal(HttpStatusCode.NotFound, await (await district.SignInAsync("expert2", "/centre")).StatusAsync(Page(await TaskAsync(groups: [group]))));
    }

    [Fact]
    public async Task A_matter_whose_only_people_are_gone_waits_with_those_who_change_workflows()
    {
        var task = await TaskAsync(people: [Guid.NewGuid()], groups: [await GroupAsync("Пустая комиссия")]);
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff)).GetAsync($"{Inbox}/{task}")).StatusCode);
        var head = await district.ProgramAsync(Centre, DeliveredRoles.Head);
        Assert.Contains($"{task}", await head.GetStringAsync($"{Inbox}?sort=Newest"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await head.DecideAsync(task, "Accept")).StatusCode);
    }

    [Fact]
    public async Task A_matter_of_somebody_who_is_here_is_no_business_of_those_who_change_workflows()
    {
        var task = await TaskAsync(people: [(await district.AccountAsync("expert")).Id]);
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.ProgramAsync(Centre, DeliveredRoles.Head)).DecideAsync(task, "Accept")).StatusCode);
    }

    [Fact]
    public async Task A_matter_can_be_given_to_any_of_its_people_and_to_nobody_else()
    {
        var (group, expert) = (await GroupAsync("Совет"), (await district.AccountAsync("expert")).Id);
        await EnrolAsync(group, await PersonAsync("expert2"));
        var task = await TaskAsync(people: [expert], groups: [group]);
        var page = await (await district.SignInAsync("expert", "/centre")).OpenAsync($"{Page(task)}?give=True");
        Assert.Equal([$"{(await district.AccountAsync("expert2")).Id}"], page.Document.QuerySelectorAll("select[name='Form.To'] option").Select(o => $"{o.GetAttribute("value")}").Where(v => v.Length > 0));
    }

    [Fact]
    public async Task Who_is_not_here_and_a_group_that_is_not_there_are_told_with_the_step()
    {
        var (learner, lost) = ((await district.AccountAsync("learner")).Id, Guid.NewGuid());
        var faults = await FaultsAsync(Definition([Step("start", Start, isStart: true), Decision([learner], [lost])], "start=Done>check"));
        Assert.Equal(["check", "check"], faults.Select(f => f.Node));
        Assert.Contains(faults, f => f.What.ToString().Contains($"'{learner}' is nobody here who may decide", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.What.ToString().Contains($"no working group '{lost}'", StringComparison.Ordinal));

        var (expert, group) = ((await district.AccountAsync("expert")).Id, await GroupAsync("Известная"));
        Assert.Empty(await FaultsAsync(Definition([Step("start", Start, isStart: true), Decision([expert], [group])], "start=Done>check")));
        Assert.Contains("Say who may decide", Assert.Single(await FaultsAsync(Definition([Step("start", Start, isStart: true), Decision([], [])], "start=Done>check"))).What.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_names_groups_and_the_workflow_keeps_which_are_meant()
    {
        var (kept, council) = await district.InDbAsync(Centre, async db =>
        {
            var said = await (from t in db.WorkflowTypes where t.WorkflowTypeId == "programme-requests" join v in db.WorkflowVersions on new { TypeId = t.Id, t.Number } equals new { v.TypeId, v.Number } select v.Definition).SingleAsync();
            return (Graph.Read(said).Find("look")!.Ids("Groups"), await db.Set<Group>().Where(g => g.Kind == GroupKind.Working && g.Name == "Методический совет").Select(g => g.Id).SingleAsync());
        });
        Assert.Equal([council], kept);
        Assert.Contains("Методический совет", await (await district.SignInAsync("centre", "/centre")).ReadAsync($"/centre/Admin/Workflows/Show/{await TypeAsync("programme-requests")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_groups_there_are_the_inbox_costs_the_same()
    {
        var (http, task) = (await district.ProgramAsync(Centre, DeliveredRoles.Head), await TaskAsync(groups: [await GroupAsync("Первая")]));
        Assert.NotEqual(Guid.Empty, task);
        await http.GetStringAsync($"{Inbox}?limit=2");
        var before = await district.CostAsync(() => http.GetStringAsync($"{Inbox}?limit=2"));
        for (var i = 0; i < 5; i++) await TaskAsync(people: [Guid.NewGuid()], groups: [await GroupAsync($"Ещё {i}")]);
        Assert.Equal(before, await district.CostAsync(() => http.GetStringAsync($"{Inbox}?limit=2")));
    }

    private static string Page(Guid task) => $"/centre/Admin/Inbox/Show/{task}";

    private static JsonObject Decision(Guid[] people, Guid[] groups) => Step("check", "UserTaskEvent", JsonSerializer.Serialize(new { Actions = new[] { "Accept" }, People = people, Groups = groups, ActivityMetadata = new { Title = "check" } }));

    private async Task<Guid> TaskAsync(Guid[]? people = null, Guid[]? groups = null) =>
        await district.TaskAsync(await district.BeginAsync(Definition([Step("start", Start, isStart: true), Decision(people ?? [], groups ?? [])], "start=Done>check")), "check");

    private Task<string?> OutcomeAsync(Guid task) => district.InDbAsync(Centre, db => db.CaseTasks.Where(t => t.Id == task).Select(t => t.Outcome).SingleAsync());
    private Task<Guid> TypeAsync(string id) => district.InDbAsync(Centre, db => db.WorkflowTypes.Where(t => t.WorkflowTypeId == id).Select(t => t.Id).SingleAsync());
    private Task<IReadOnlyList<GraphFault>> FaultsAsync(JsonObject definition) => district.InTenantAsync(Centre, services => services.GetRequiredService<WorkflowKeeping>().FaultsAsync(services.GetRequiredService<Db>(), new("Test", true, definition), null));

    private async Task<Guid> PersonAsync(string who)
    {
        var (account, tenant) = ((await district.AccountAsync(who)).Id, district.Tenant(Centre).Id);
        return (await district.InHostAsync(host => host.Memberships.Where(m => m.AccountId == account && m.TenantId == tenant).Select(m => m.PersonId).SingleAsync()))!.Value;
    }

    private Task<Guid> GroupAsync(string name, GroupKind kind = GroupKind.Working) => district.InDbAsync(Centre, async db =>
    {
        var group = new Group(kind, null);
        group.Describe($"{name} {group.Id:N}", new Span(Today.AddDays(-30), null), null, "ru");
        db.Add(group);
        await db.SaveChangesAsync();
        return group.Id;
    });

    private Task<Guid> EnrolAsync(Guid group, Guid person) => district.InDbAsync(Centre, async db =>
    {
        var days = new Enrolment(group, person, new Span(Today.AddDays(-10), null));
        db.Add(days);
        await db.SaveChangesAsync();
        return days.Id;
    });
}
