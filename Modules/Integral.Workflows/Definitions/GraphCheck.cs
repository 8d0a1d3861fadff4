using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;

namespace Integral.Workflows.Definitions;

/// <summary>What is wrong with a definition.</summary>
/// <param name="Node">Title of the step that it is about; empty where it is about the whole.</param>
/// <param name="Id">Of that step.</param>
internal sealed record GraphFault(string Node, Sentence What, string Id = "")
{
    public GraphFault(Node? node, Sentence what) : this(node?.Title ?? "", what, node?.Id ?? "") { }
}

/// <summary>Finds in a definition what would leave cases standing: each fault names its step.</summary>
internal sealed class GraphCheck(KnownActivities activities)
{
    public const int MostNodes = 200, MostWays = 1000, LongestOutcome = 60;

    /// <param name="graph">As it was written.</param>
    /// <param name="roles">That there are in the institution.</param>
    /// <param name="calls">Which workflows of the institution can be called.</param>
    /// <param name="self">As recipes know it; null of a new one.</param>
    /// <param name="who">Of the people and groups that it names, those who are here.</param>
    public IReadOnlyList<GraphFault> Faults(Graph graph, IReadOnlySet<string> roles, CallBook? calls = null, string? self = null, KnownCandidates? who = null)
    {
        if (graph.Nodes.Count is 0 or > MostNodes) return [new("", T.Say("A workflow has from 1 to {0} steps.", MostNodes))];
        if (graph.Transitions.Count > MostWays) return [new("", T.Say("A workflow has at most {0} ways.", MostWays))];
        List<GraphFault> faults = [.. graph.Doubled.Select(n => new GraphFault(n, T.Say("Two steps have the id '{0}'.", n.Id)))];
        if (graph.Nodes.Count(n => n.IsStart) != 1) faults.Add(new("", T.Say("Exactly one step of a workflow is its start.")));
        faults.AddRange(graph.Nodes.SelectMany(n => OfNode(n, roles).Concat(OfNamed(n, who ?? KnownCandidates.None)).Concat(OfCall(n, calls ?? CallBook.None, self)).Select(what => new GraphFault(n, what))));
        faults.AddRange(graph.Transitions.SelectMany(t => OfTransition(graph, t)));
        // Anywhere else a path ends where an outcome leads nowhere; a way of a fork that leads nowhere is one that was forgotten.
        faults.AddRange(from n in graph.Nodes where n.Kind == Fork.Kind from way in Fork.Ways(n.Said) where !graph.After(n.Id, way).Any() select new GraphFault(n, T.Say("Its way '{0}' leads nowhere.", way)));
        if (faults.Count > 0) return faults;
        var reached = Reached(graph, graph.Nodes.Where(n => n.IsStart).Select(n => n.Id), t => (t.From, t.To));
        faults.AddRange(graph.Nodes.Where(n => !reached.Contains(n.Id)).Select(n => new GraphFault(n, T.Say("No way leads to this step."))));
        // A path ends where an outcome leads nowhere.
        var ends = graph.Nodes.Where(n => OutcomesOf(graph, n).Any(o => !graph.After(n.Id, o).Any())).Select(n => n.Id);
        var ending = Reached(graph, ends, t => (t.To, t.From));
        faults.AddRange(graph.Nodes.Where(n => !ending.Contains(n.Id)).Select(n => new GraphFault(n, T.Say("From this step there is no way to an end."))));
        return faults;
    }

    private IEnumerable<Sentence> OfNode(Node node, IReadOnlySet<string> roles)
    {
        if (node.Id.Length is 0 or > WorkflowType.LongestId) yield return T.Say("The id of a step has from 1 to {0} characters.", WorkflowType.LongestId);
        // To the letter: whoever moves a case looks for forks, joins and signals by their names.
        if (activities.Find(node.Kind) is not { } activity || activity.Name != node.Kind)
        {
            yield return T.Say("There is no activity '{0}' here.", node.Kind);
            yield break;
        }
        if (node.IsStart != activity.IsStart) yield return node.IsStart ? T.Say("A workflow can't begin with this step.") : T.Say("Such a step can only be the start.");
        if (activity.Fault(node.Said) is { } fault) yield return fault;
        else if (activity.Outcomes(node.Said).FirstOrDefault(o => o.Length > LongestOutcome) is { } tooLong) yield return T.Say("'{0}' is too long: an outcome has at most {1} characters.", tooLong, LongestOutcome);
        foreach (var role in activity.Settings.Where(s => s.Kind == SettingKind.Roles).SelectMany(s => node.Texts(s.Name)).Distinct().Where(r => !roles.Contains(r))) yield return T.Say("There is no role '{0}' here.", role);
    }

    private IEnumerable<Sentence> OfNamed(Node node, KnownCandidates who)
    {
        foreach (var setting in activities.Find(node.Kind)?.Settings.Where(s => s.Kind is SettingKind.People or SettingKind.Groups) ?? [])
            foreach (var one in node.Texts(setting.Name).Distinct().Where(n => !Guid.TryParse(n, out var id) || !(setting.Kind == SettingKind.People ? who.People : who.Groups).Contains(id)))
                yield return setting.Kind == SettingKind.People ? T.Say("'{0}' is nobody here who may decide.", one) : T.Say("There is no working group '{0}' here.", one);
    }

    private static IEnumerable<Sentence> OfCall(Node node, CallBook calls, string? self)
    {
        if (node.Kind != SubWorkflow.Kind || SubWorkflow.Of(node.Said) is not { Length: > 0 } called) yield break;
        if (!calls.Knows(called)) yield return T.Say("There is no workflow '{0}' here that others can call.", called);
        else if (self is not null && calls.Leads(called, self)) yield return T.Say("It would call itself in the end.");
    }

    private IEnumerable<GraphFault> OfTransition(Graph graph, Transition one)
    {
        var (from, to) = (graph.Find(one.From), graph.Find(one.To));
        if (from is null || to is null) yield return new(from ?? to, T.Say("A way leads from or to a step that isn't there."));
        else if (to.IsStart) yield return new(from, T.Say("No way leads back to the start."));
        else if (activities.Find(from.Kind) is { } activity && !activity.Outcomes(from.Said).Contains(one.Outcome)) yield return new(from, T.Say("This step doesn't end in '{0}'.", one.Outcome));
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
