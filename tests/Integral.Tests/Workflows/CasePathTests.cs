using System.Net;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Workflows.Cases;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Integral.Workflows.Drawing;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>The way of a case through its graph.</summary>
public sealed class CasePathTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_case_shows_by_which_steps_and_ways_it_has_come_and_where_it_is()
    {
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Step("fork", "ForkTask", """{ "Forks": ["a", "b"] }"""), Decision("first", DeliveredRoles.CentreStaff, "Accept"), Decision("second", DeliveredRoles.CentreStaff, "Accept", "Refuse"),
            Step("join", "JoinTask"), Decision("last", DeliveredRoles.CentreStaff, "Accept"), Decision("never", DeliveredRoles.CentreStaff, "Accept")], "start=Done>fork", "fork=a>first", "fork=b>second", "first=Accept>join", "second=Accept>join", "second=Refuse>never", "join=Joined>last"));
        var staff = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.OK, (await staff.DecideAsync(await district.TaskAsync(subject, "first"), "Accept")).StatusCode);
        var half = await PathAsync(subject);
        Assert.Equal(["join", "second"], half.Here.Order(StringComparer.Ordinal));
        Assert.True(half.HasPassed("fork") && half.HasPassed("fork", "b") && half.HasPassed("first", "Accept") && !half.HasPassed("join", "Joined"));

        Assert.Equal(HttpStatusCode.OK, (await staff.DecideAsync(await district.TaskAsync(subject, "second"), "Accept")).StatusCode);
        var whole = await PathAsync(subject);
        Assert.Equal(["last"], whole.Here);
        Assert.True(whole.HasPassed("join", "Joined") && !whole.HasPassed("never") && !whole.HasPassed("second", "Refuse"));
    }

    [Fact]
    public async Task A_decision_that_was_taken_back_is_no_part_of_the_way()
    {
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Refuse"), Decision("next", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check", "check=Accept>next"));
        var staff = await district.ProgramAsync(Centre, DeliveredRoles.CentreStaff);
        var decided = await staff.DecideAsync(await district.TaskAsync(subject, "check"), "Accept");
        var with = System.Text.Json.Nodes.JsonNode.Parse(await decided.Content.ReadAsStringAsync())!["with"];
        Assert.True((await PathAsync(subject)).HasPassed("check", "Accept"));
        Assert.Equal(HttpStatusCode.OK, (await staff.PostAsync($"{Inbox}/take-back/{with}", null)).StatusCode);
        var path = await PathAsync(subject);
        Assert.Equal(["check"], path.Here);
        Assert.False(path.HasPassed("check", "Accept"));
        Assert.True(path.HasPassed("start", "Done"));
    }

    [Fact]
    public async Task Whoever_decides_sees_the_way_drawn_and_told()
    {
        var subject = await district.BeginAsync(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check"));
        var clerk = await district.SignInAsync("centre", "/centre");
        var page = (await clerk.OpenAsync($"/centre/Admin/Inbox/Show/{await district.TaskAsync(subject, "check")}")).Document;
        Assert.Equal("check", page.QuerySelector(".diagram-step.is-here tspan")?.TextContent);
        Assert.NotNull(page.QuerySelector(".diagram-way.is-passed"));
        Assert.Contains("check", page.QuerySelector(".diagram details ol")?.TextContent, StringComparison.Ordinal);

        var application = await district.InDbAsync(Centre, db => db.WorkflowCases.Where(c => c.SubjectKind == "application" && c.Status == CaseStatus.Finished).Select(c => c.SubjectId).FirstAsync());
        var shown = (await clerk.OpenAsync($"/centre/Admin/Applications/Show/{application}")).Document;
        Assert.NotNull(shown.QuerySelector(".diagram-step.is-passed"));
        Assert.Null(shown.QuerySelector(".diagram-step.is-here"));
    }

    private Task<CasePath> PathAsync(Guid subject) => district.InDbAsync(Centre, async db =>
    {
        var of = await db.WorkflowCases.SingleAsync(c => c.SubjectId == subject);
        return await CasePath.OfAsync(db, of, Graph.Read(await db.WorkflowVersions.Where(v => v.Id == of.VersionId).Select(v => v.Definition).SingleAsync()));
    });
}
