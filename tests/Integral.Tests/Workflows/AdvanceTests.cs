using System.Text.Json.Nodes;
using Integral.Platform;
using Integral.Workflows.Cases;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Tests.Workflows;

/// <summary>Where a case goes: forks, joins, and what never ends.</summary>
public sealed class AdvanceTests
{
    private readonly List<string> done = [];

    [Fact]
    public async Task A_join_waits_for_all_ways_of_its_fork_and_goes_on_once()
    {
        var walk = Walk("start>fork fork=a>one fork=b>two one=Done>join two=Done>join join=Joined>last");
        await walk.StartAsync();
        Assert.Equal(["one", "two"], walk.Waiting);
        await walk.GoOnAsync("one");
        Assert.Equal(["join", "two"], walk.Waiting);
        await walk.GoOnAsync("two");
        Assert.Equal(["last"], walk.Waiting);
        Assert.Equal(1, done.Count(d => d == "last"));
    }

    [Fact]
    public async Task A_way_that_ends_elsewhere_is_not_waited_for()
    {
        var walk = Walk("start>fork fork=a>one fork=b>two one=Done>join join=Joined>last");
        await walk.StartAsync();
        await walk.GoOnAsync("one");
        Assert.Equal(["join", "two"], walk.Waiting);
        await walk.GoOnAsync("two");
        Assert.Equal(["last"], walk.Waiting);
    }

    [Fact]
    public async Task A_join_for_any_calls_off_the_other_ways_even_those_of_a_fork_within()
    {
        var walk = Walk("start>fork fork=a>one fork=b>inner inner=c>two inner=d>three one=Done>any any=Joined>last two=Done>last three=Done>last");
        await walk.StartAsync();
        Assert.Equal(["one", "three", "two"], walk.Waiting);
        await walk.GoOnAsync("one");
        Assert.Equal(["last"], walk.Waiting);
        Assert.Empty(walk.Tokens.Forks);
    }

    [Fact]
    public async Task A_fork_within_a_fork_joins_within_it()
    {
        var walk = Walk("start>fork fork=a>inner fork=b>one inner=c>two inner=d>three two=Done>join three=Done>join join=Joined>four four=Done>outer one=Done>outer outer=Joined>last");
        await walk.StartAsync();
        await walk.GoOnAsync("two");
        await walk.GoOnAsync("three");
        Assert.Equal(["four", "one"], walk.Waiting);
        await walk.GoOnAsync("one");
        await walk.GoOnAsync("four");
        Assert.Equal(["last"], walk.Waiting);
        await walk.GoOnAsync("last");
        Assert.Empty(walk.Waiting);
    }

    [Fact]
    public async Task A_circle_without_anybody_to_wait_for_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => Walk("start>auto1 auto1=Done>auto2 auto2=Done>auto1").StartAsync());
        Assert.Contains("circle", refused.Message, StringComparison.Ordinal);
    }

    private Walking Walk(string ways) => new(ways, done);

    /// <summary>A case in memory. Steps called auto… end at once, all others wait.</summary>
    private sealed class Walking
    {
        private readonly Graph graph;
        private readonly List<string> done;

        public Walking(string ways, List<string> done)
        {
            this.done = done;
            var transitions = ways.Split(' ').Select(w => w.Split('>')).Select(w => w[0].Split('=') is [var from, var outcome] ? new Transition(from, outcome, w[1]) : new Transition(w[0], "Done", w[1])).ToList();
            graph = new(transitions.SelectMany(t => new[] { t.From, t.To }).Distinct().Select(n => new Node(n, Kind(n), n, n == "start", n == "any" ? new() { ["Mode"] = "WaitAny" } : [])), transitions);
        }

        public Tokens Tokens { get; private set; } = Tokens.None;
        public IEnumerable<string> Waiting => Tokens.All.Select(t => t.Activity).Order(StringComparer.Ordinal);

        public Task StartAsync() => MoveAsync(a => a.StartAsync(graph.Find("start")!));
        public Task GoOnAsync(string at) => MoveAsync(a => a.GoOnAsync(Tokens.All.Single(t => t.Activity == at), "Done"));

        private async Task MoveAsync(Func<Advance, Task> move)
        {
            var advance = new Advance(graph, DoAsync, Tokens, DateTimeOffset.UnixEpoch);
            await move(advance);
            Tokens = Integral.Platform.Data.Json.Read<Tokens>(Integral.Platform.Data.Json.Write(advance.After))!;        // as it is kept between two turns
        }

        private Task<string?> DoAsync(Node node, Token token)
        {
            done.Add(node.Id);
            return Task.FromResult(node.IsStart || node.Id.StartsWith("auto", StringComparison.Ordinal) ? "Done" : null);
        }

        private static string Kind(string name) => name is "fork" or "inner" ? "ForkTask" : name is "join" or "outer" or "any" ? "JoinTask" : "Other";
    }
}

/// <summary>Conditions are data: what they say of facts.</summary>
public sealed class ConditionTests
{
    private static readonly JsonObject Facts = JsonNode.Parse("""{ "person": { "age": 17, "cities": ["Алматы", "Київ"] }, "for": "programme", "day": "2026-09-01", "empty": "" }""")!.AsObject();

    [Theory]
    [InlineData("""{ "Field": "person.age", "Is": "Less", "Value": 18 }""", true), InlineData("""{ "Field": "person.age", "Is": "AtLeast", "Value": 17 }""", true), InlineData("""{ "Field": "person.age", "Is": "Greater", "Value": 9 }""", true)]
    [InlineData("""{ "Field": "for", "Is": "equal", "Value": "Programme" }""", true), InlineData("""{ "Field": "for", "Is": "NotEqual", "Value": "event" }""", true), InlineData("""{ "Field": "empty", "Is": "IsEmpty" }""", true)]
    [InlineData("""{ "Field": "nowhere.at.all", "Is": "IsSaid" }""", false), InlineData("""{ "Field": "nowhere", "Is": "Less", "Value": 1 }""", false), InlineData("""{ "Field": "person.cities", "Is": "Contains", "Value": "київ" }""", true)]
    [InlineData("""{ "Field": "day", "Is": "AtMost", "Value": "2026-12-31" }""", true), InlineData("""{ "All": [ { "Field": "person.age", "Is": "Less", "Value": 18 }, { "Field": "for", "Is": "Equal", "Value": "event" } ] }""", false)]
    [InlineData("""{ "Any": [ { "Field": "person.age", "Is": "Less", "Value": 10 }, { "Field": "for", "Is": "Equal", "Value": "programme" } ] }""", true)]
    public void A_condition_holds_or_not(string condition, bool holds) => Assert.Equal(holds, Condition.Read(JsonNode.Parse(condition)).Holds(Facts));

    [Theory, InlineData("{}"), InlineData("""{ "Field": "x" }"""), InlineData("""{ "Field": "x", "Is": "Like", "Value": 1 }"""), InlineData("\"x > 1\""), InlineData("""{ "All": [ {} ] }""")]
    public void What_is_no_condition_is_refused(string said) => Assert.Throws<RuleException>(() => Condition.Read(JsonNode.Parse(said)));
}
