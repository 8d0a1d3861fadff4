using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>What is wrong with a definition is said of the step that it is about.</summary>
public sealed class DefinitionTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public void A_definition_that_leads_everywhere_and_ends_has_no_faults() => Assert.Empty(Faults(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Again")], "start=Done>check", "check=Again>check")));

    [Fact]
    public void A_step_without_a_way_to_an_end_is_named()
    {
        var faults = Faults(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept"), Decision("again", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check", "check=Accept>again", "again=Accept>check"));
        Assert.Contains(faults, f => f is { Node: "check" } && f.What.Key.Contains("no way to an end", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_nothing_leads_to_is_named() =>
        Assert.Equal("lost", Assert.Single(Faults(Definition([Step("start", Start, isStart: true), Decision("lost", DeliveredRoles.CentreStaff, "Accept")]))).Node);

    [Theory]
    [InlineData("""{ "Actions": ["Accept"], "Roles": ["nobody_knows"] }""", "no role"), InlineData("""{ "Actions": [], "Roles": ["centre_staff"] }""", "outcomes"), InlineData("""{ "Actions": ["Accept"], "Roles": [] }""", "roles")]
    [InlineData("""{ "Actions": ["Accept"], "NeedsReason": ["Refuse"], "Roles": ["centre_staff"] }""", "doesn't end"), InlineData("""{ "Actions": ["Accept"], "DueDays": 0, "Roles": ["centre_staff"] }""", "due")]
    [InlineData("""{ "Actions": ["Accept"], "Roles": ["centre_staff"], "DueDays": 2, "RemindDays": 2 }""", "reminder"), InlineData("""{ "Actions": ["Accept"], "Roles": ["centre_staff"], "DueDays": 2, "RemindDays": "soon" }""", "reminder")]
    [InlineData("""{ "Actions": ["Accept"], "Roles": ["centre_staff"], "EscalateTo": ["head"] }""", "never late"), InlineData("""{ "Actions": ["Accept"], "Roles": ["centre_staff"], "DueDays": 2, "EscalateTo": ["nobody_knows"] }""", "no role")]
    public void A_decision_that_nobody_could_take_is_named(string properties, string said)
    {
        var fault = Faults(Definition([Step("start", Start, isStart: true), Step("check", "UserTaskEvent", properties)], "start=Done>check"))[0];
        Assert.Equal("UserTaskEvent", fault.Node);
        Assert.Contains(said, fault.What.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("IfElseTask", """{ "Condition": { "Field": "x" } }"""), InlineData("ForkTask", """{ "Forks": ["only"] }"""), InlineData("SignalEvent", "{}"), InlineData("TimerEvent", "{}"), InlineData("TimerEvent", """{ "Days": 0 }"""), InlineData("TimerEvent", """{ "Date": "soon" }"""), InlineData("TimerEvent", """{ "Date": "2026-09-01", "Hours": 1 }"""), InlineData("TimerEvent", """{ "Days": 366 }"""), InlineData("SetApplicationStatusTask", """{ "Status": "Lost" }"""), InlineData("NoSuchTask", "{}"), InlineData("ApplicationSubmittedEvent", "{}")]
    public void A_step_that_could_not_be_done_is_named(string kind, string properties) =>
        Assert.Contains(Faults(Definition([Step("start", Start, isStart: true), Step("one", kind, properties)], "start=Done>one")), f => f.Node == kind);

    [Theory, InlineData("start=Done>nowhere"), InlineData("start=Other>check"), InlineData("check=Accept>start")]
    public void A_way_that_leads_nowhere_is_told(string way) =>
        Assert.NotEmpty(Faults(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check", way)));

    [Fact]
    public async Task The_delivered_workflow_is_shown_with_who_decides_and_what_follows()
    {
        var id = await district.InDbAsync(Centre, db => db.WorkflowTypes.Where(t => t.WorkflowTypeId == "programme-applications").Select(t => t.Id).SingleAsync());
        var page = await (await district.SignInAsync("centre", "/centre")).ReadAsync($"/centre/Admin/Workflows/Show/{id}");
        Assert.Contains("Сотрудник центра", page, StringComparison.Ordinal);
        Assert.Contains("Рассмотреть заявку", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_that_changes_a_workflow_makes_a_version_and_cases_that_run_keep_theirs()
    {
        var definition = Definition([Step("start", "ApplicationSubmittedEvent", isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check");
        definition["IsEnabled"] = false;
        await RunAsync(definition);
        await RunAsync(definition);
        var subject = Guid.NewGuid();
        await district.InDbAsync("school-2", async db =>
        {
            var version = await db.WorkflowVersions.SingleAsync(v => v.Number == 1);
            db.Add(new Integral.Workflows.Cases.WorkflowCase(version.Id, new("test", subject, "Case", ""), version.At));
            return await db.SaveChangesAsync();
        });
        definition["Activities"]!.AsArray()[1]!["Properties"]!["Actions"] = new JsonArray("Accept", "Refuse");
        await RunAsync(definition);

        var versions = await district.InDbAsync("school-2", db => db.WorkflowVersions.OrderBy(v => v.Number).Select(v => v.Number).ToListAsync());
        Assert.Equal([1, 2], versions);
        Assert.Equal(1, await district.InDbAsync("school-2", db => db.WorkflowCases.Where(c => c.SubjectId == subject).Select(c => db.Set<WorkflowVersion>().Where(v => v.Id == c.VersionId).Select(v => v.Number).First()).SingleAsync()));
        Assert.Equal(2, await district.InDbAsync("school-2", db => db.WorkflowTypes.Select(t => t.Number).SingleAsync()));
    }

    [Fact]
    public async Task A_recipe_with_a_broken_workflow_writes_nothing_and_names_the_step()
    {
        folder.Write("broken.recipe.json", Recipe(Definition([Step("start", "ApplicationSubmittedEvent", isStart: true), Decision("lost", DeliveredRoles.CentreStaff, "Accept")])));
        var run = await terminal.RunAsync("recipes", "run", folder.At("broken.recipe.json"), "--tenant", "school-1");
        Assert.Equal(1, run.Code);
        Assert.Contains("data[0] 'lost': No way leads to this step.", run.Error, StringComparison.Ordinal);
        Assert.False(await district.InDbAsync("school-1", db => db.WorkflowTypes.AnyAsync(t => t.WorkflowTypeId == "test")));
    }

    public void Dispose() => folder.Dispose();

    private Task<string> RunAsync(JsonObject definition)
    {
        folder.Write("workflow.recipe.json", Recipe(definition));
        return terminal.DoAsync("recipes", "run", folder.At("workflow.recipe.json"), "--tenant", "school-2");
    }

    private static string Recipe(JsonObject definition) => $$"""{ "steps": [ { "name": "WorkflowType", "data": [ {{definition.ToJsonString()}} ] } ] }""";

    private IReadOnlyList<GraphFault> Faults(JsonObject definition) => district.Services.GetRequiredService<GraphCheck>().Faults(Graph.Read(definition), DeliveredRoles.All.Select(r => r.Name).ToHashSet());
}
