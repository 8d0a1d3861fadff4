using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Workflows.Activities;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Integral.Workflows.Trying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>A workflow is tried out with a sample: the way that a case would go, without anything happening.</summary>
public sealed class TryOutTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task The_delivered_workflow_is_walked_as_a_case_would_go()
    {
        var graph = await DeliveredAsync();
        var first = await WalkAsync(graph, "");
        Assert.Equal(["check"], first.Waits.Select(w => w.Node.Id));
        Assert.Contains(first.Steps[^1].Effects, e => e.Key.StartsWith("Due in working days", StringComparison.Ordinal));

        // Accepted, no seat, a seat comes free by itself: the decision by hand is called off, and the seat is tried for again.
        var full = await WalkAsync(graph, "0.0,0.1");
        Assert.Equal(["again", "free"], full.Waits.Select(w => w.Node.Id).Order(StringComparer.Ordinal));
        Assert.Contains(full.Steps, s => s.Node.Id == "waiting" && s.Effects.Any(e => e.Key.Contains("letter", StringComparison.Ordinal)));
        var free = full.Waits.Index().Single(w => w.Item.Node.Id == "free").Index;
        var seated = await WalkAsync(graph, $"0.0,0.1,{free}.0,0.0");
        Assert.Empty(seated.Waits);
        Assert.True(seated.Path.HasPassed("given") && seated.Path.HasPassed("enrolled") && seated.Path.HasPassed("until", "By itself") && !seated.Path.HasPassed("refused"));
        Assert.Contains(seated.Steps, s => s.Effects.Any(e => e.Key.Contains("has a seat", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_can_not_be_picked_is_left_out()
    {
        var tried = await WalkAsync(await DeliveredAsync(), "0.0,7.0,0.1");
        Assert.Equal("0.0", tried.Picks);
        Assert.Equal(["seat"], tried.Waits.Select(w => w.Node.Id));
        Assert.Equal("0.0,0.1", TryOut.With("0.0", 0, 1));
        Assert.Equal(("0.0", ""), (TryOut.Back("0.0,0.1"), TryOut.Back("0.0")));
    }

    [Theory, InlineData("17", "young"), InlineData("18", "grown"), InlineData(null, "grown")]
    public async Task A_condition_is_decided_by_the_sample(string? age, string expected)
    {
        var graph = Graph.Read(Definition([Step("start", Start, isStart: true), Step("if", "IfElseTask", """{ "Condition": { "Field": "person.age", "Is": "Less", "Value": 18 } }"""), Decision("young", DeliveredRoles.CentreStaff, "Accept"), Decision("grown", DeliveredRoles.CentreStaff, "Accept")],
            "start=Done>if", "if=True>young", "if=False>grown"));
        Assert.Equal([expected], (await WalkAsync(graph, "", new() { ["person"] = new JsonObject { ["age"] = age } })).Waits.Select(w => w.Node.Id));
    }

    [Fact]
    public async Task A_circle_without_anybody_is_told_and_ends()
    {
        var graph = Graph.Read(Definition([Step("start", Start, isStart: true), Step("one", "IfElseTask", """{ "Condition": { "Field": "x", "Is": "IsEmpty" } }""")], "start=Done>one", "one=True>one"));
        var tried = await WalkAsync(graph, "");
        Assert.Contains("circle", tried.Stuck!.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_known_activity_says_what_can_be_said_of_it()
    {
        var known = district.Services.GetRequiredService<KnownActivities>();
        foreach (var kind in new[] { "UserTaskEvent", "IfElseTask", "ForkTask", "JoinTask", "SignalEvent", "TimerEvent", "SetApplicationStatusTask" })
            Assert.All(known.Find(kind)!.Settings, s => Assert.NotEmpty(s.Title.Key));
        var graph = await DeliveredAsync();
        // What the delivered workflow says is what can be said: nothing of it is out of reach of the screen.
        Assert.All(graph.Nodes, n => Assert.Empty(n.Said.Select(p => p.Key).Except(known.Find(n.Kind)!.Settings.Select(s => s.Name)).Except(["ActivityMetadata"])));
    }

    private Task<Graph> DeliveredAsync() => district.InDbAsync(Centre, async db =>
    {
        var type = await db.WorkflowTypes.SingleAsync(t => t.WorkflowTypeId == "programme-applications");
        return Graph.Read(await db.WorkflowVersions.Where(v => v.TypeId == type.Id && v.Number == 1).Select(v => v.Definition).SingleAsync());
    });

    private Task<TriedCase> WalkAsync(Graph graph, string picks, JsonObject? facts = null) => TryOut.WalkAsync(district.Services.GetRequiredService<KnownActivities>(), graph, picks, facts ?? [], DateTimeOffset.UnixEpoch);
}
