using Integral.Workflows.Activities;

namespace Integral.Workflows.Definitions;

/// <summary>What is wrong with a definition.</summary>
/// <param name="Node">The step that it is about; empty where it is about the whole.</param>
internal sealed record GraphFault(string Node, Sentence What);

/// <summary>Finds in a definition what would leave cases standing: each fault names its step.</summary>
internal sealed class GraphCheck(KnownActivities activities)
{
    public const int MostNodes = 200;

    /// <param name="graph">As it was written.</param>
    /// <param name="roles">That there are in the institution.</param>
    public IReadOnlyList<GraphFault> Faults(Graph graph, IReadOnlySet<string> roles)
    {
        if (graph.Nodes.Count is 0 or > MostNodes) return [new("", T.Say("A workflow has from 1 to {0} steps.", MostNodes))];
        List<GraphFault> faults = [];
        if (graph.Nodes.Count(n => n.IsStart) != 1) faults.Add(new("", T.Say("Exactly one step of a workflow is its start.")));
        faults.AddRange(graph.Nodes.SelectMany(n => OfNode(n, roles).Select(what => new GraphFault(n.Title, what))));
        faults.AddRange(graph.Transitions.SelectMany(t => OfTransition(graph, t)));
        if (faults.Count > 0) return faults;
        var reached = Reached(graph, graph.Nodes.Where(n => n.IsStart).Select(n => n.Id), t => (t.From, t.To));
        faults.AddRange(graph.Nodes.Where(n => !reached.Contains(n.Id)).Select(n => new GraphFault(n.Title, T.Say("No way leads to this step."))));
        // A path ends where an outcome leads nowhere.
        var ends = graph.Nodes.Where(n => OutcomesOf(graph, n).Any(o => !graph.After(n.Id, o).Any())).Select(n => n.Id);
        var ending = Reached(graph, ends, t => (t.To, t.From));
        faults.AddRange(graph.Nodes.Where(n => !ending.Contains(n.Id)).Select(n => new GraphFault(n.Title, T.Say("From this step there is no way to an end."))));
        return faults;
    }

    private IEnumerable<Sentence> OfNode(Node node, IReadOnlySet<string> roles)
    {
        if (activities.Find(node.Kind) is not { } activity)
        {
            yield return T.Say("There is no activity '{0}' here.", node.Kind);
            yield break;
        }
        if (node.IsStart != activity.IsStart) yield return node.IsStart ? T.Say("A workflow can't begin with this step.") : T.Say("Such a step can only be the start.");
        if (activity.Fault(node.Said) is { } fault) yield return fault;
        foreach (var role in node.Texts(UserTask.Roles).Concat(node.Texts(UserTask.EscalateTo)).Distinct().Where(r => activity is UserTask && !roles.Contains(r))) yield return T.Say("There is no role '{0}' here.", role);
    }

    private IEnumerable<GraphFault> OfTransition(Graph graph, Transition one)
    {
        var (from, to) = (graph.Find(one.From), graph.Find(one.To));
        if (from is null || to is null) yield return new(from?.Title ?? to?.Title ?? "", T.Say("A way leads from or to a step that isn't there."));
        else if (to.IsStart) yield return new(from.Title, T.Say("No way leads back to the start."));
        else if (activities.Find(from.Kind) is { } activity && !activity.Outcomes(from.Said).Contains(one.Outcome)) yield return new(from.Title, T.Say("This step doesn't end in '{0}'.", one.Outcome));
    }

    private IReadOnlyList<string> OutcomesOf(Graph graph, Node node) => activities.Find(node.Kind)!.Outcomes(node.Said) is { Count: > 0 } some ? some : [.. graph.OutcomesOf(node.Id)];

    private static HashSet<string> Reached(Graph graph, IEnumerable<string> from, Func<Transition, (string From, string To)> way)
    {
        var next = graph.Transitions.Select(way).ToLookup(w => w.From, w => w.To);
        var (reached, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(from));
        while (waiting.TryDequeue(out var at))
            if (reached.Add(at)) foreach (var to in next[at]) waiting.Enqueue(to);
        return reached;
    }
}
