using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Workflows.Activities;
using Integral.Workflows.Cases;
using Integral.Workflows.Definitions;
using Integral.Workflows.Drawing;

namespace Integral.Workflows.Trying;

/// <summary>A step by which a sample has come.</summary>
/// <param name="Outcome">In which it ended; null while it waits.</param>
/// <param name="Effects">What a case would have changed and whom it would have told.</param>
/// <param name="IsPicked">The outcome was the person's choice.</param>
internal sealed record TriedStep(Node Node, string? Outcome, IReadOnlyList<Sentence> Effects, bool IsPicked);

/// <summary>Where a sample waits, and how it can go on.</summary>
internal sealed record TriedPlace(Node Node, IReadOnlyList<string> Outcomes);

/// <param name="Picks">Those that could be followed, as they are sent again.</param>
/// <param name="Stuck">Why it can't go on; null where it can, or has ended.</param>
internal sealed record TriedCase(IReadOnlyList<TriedStep> Steps, IReadOnlyList<TriedPlace> Waits, CasePath Path, string Picks, Sentence? Stuck);

/// <summary>
/// Walks a graph with a sample case as a case would go, without anything happening: no step is done, nothing is read or written. Outcomes that the sample doesn't decide are picked
/// by the person; what was picked is walked anew each time, so nothing is kept between two steps either.
/// </summary>
internal sealed class TryOut
{
    public const int MostPicks = 100, LongestPicks = 8 * MostPicks;

    private const char Next = ',', Within = '.';

    private readonly KnownActivities activities;
    private readonly Graph graph;
    private readonly JsonObject facts;
    private readonly DateTimeOffset now;
    private readonly List<TriedStep> steps = [];
    private Tokens tokens = Tokens.None;

    private TryOut(KnownActivities activities, Graph graph, JsonObject facts, DateTimeOffset now) => (this.activities, this.graph, this.facts, this.now) = (activities, graph, facts, now);

    /// <summary>A further pick.</summary>
    public static string With(string picks, int place, int outcome) => string.Join(Next, new[] { picks, string.Create(CultureInfo.InvariantCulture, $"{place}{Within}{outcome}") }.Where(p => p.Length > 0));

    /// <summary>Without the last pick.</summary>
    public static string Back(string picks) => picks.LastIndexOf(Next) is var last and >= 0 ? picks[..last] : "";

    /// <param name="activities">All that are known.</param>
    /// <param name="graph">Without faults.</param>
    /// <param name="picks">Each the place among those where it waited, and the outcome among the place's.</param>
    /// <param name="facts">Of the sample.</param>
    /// <param name="now">For ids that come in order.</param>
    public static async Task<TriedCase> WalkAsync(KnownActivities activities, Graph graph, string picks, JsonObject facts, DateTimeOffset now)
    {
        var walk = new TryOut(activities, graph, facts, now);
        var followed = "";
        Sentence? stuck = null;
        try
        {
            await walk.MoveAsync(a => a.StartAsync(graph.Nodes.Single(n => n.IsStart)));
            foreach (var pick in picks.Split(Next, StringSplitOptions.RemoveEmptyEntries).Take(MostPicks))
            {
                if (!await walk.PickAsync(pick)) break;
                followed = followed.Length > 0 ? $"{followed}{Next}{pick}" : pick;
            }
        }
        catch (RuleException rule) { stuck = rule.Sentence; }
        var here = walk.tokens.All.Select(t => t.Activity).ToHashSet();
        var path = new CasePath(graph, walk.steps.Where(s => s.Outcome is not null).Select(s => (s.Node.Id, s.Outcome!)), here);
        return new(walk.steps, [.. walk.Places().Select(t => graph.Find(t.Activity)!).Select(n => new TriedPlace(n, walk.OutcomesOf(n)))], path, followed, stuck);
    }

    private async Task MoveAsync(Func<Advance, Task> move)
    {
        var advance = new Advance(graph, DoAsync, tokens, now);
        await move(advance);
        tokens = advance.After;
    }

    private async Task<bool> PickAsync(string pick)
    {
        if (pick.Split(Within) is not [var at, var which] || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || !int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (Places().ElementAtOrDefault(place) is not { } token || graph.Find(token.Activity) is not { } node || OutcomesOf(node).ElementAtOrDefault(number) is not { } outcome) return false;
        steps.Add(new(node, outcome, EffectsOf(node, outcome), true));
        await MoveAsync(a => a.GoOnAsync(token, outcome));
        return true;
    }

    private Task<string?> DoAsync(Node node, Token token)
    {
        var outcome = activities.Find(node.Kind)!.Foresee(node.Said, facts);
        steps.Add(new(node, outcome, EffectsOf(node, outcome), false));
        return Task.FromResult(outcome);
    }

    // At a join it waits for the others, not for anybody's choice.
    private IEnumerable<Token> Places() => tokens.All.Where(t => graph.Find(t.Activity) is { Kind: not Join.Kind });
    private IReadOnlyList<string> OutcomesOf(Node node) => activities.Find(node.Kind)!.Outcomes(node.Said);
    private IReadOnlyList<Sentence> EffectsOf(Node node, string? outcome) => activities.Find(node.Kind)!.Effects(node.Said, outcome);
}
