using Integral.Workflows.Activities;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Drawing;

/// <summary>What a step is, in words and in the reader's language.</summary>
internal sealed class NodeWords(KnownActivities activities, RoleBook roles, CandidateBook candidates, Db db, Current current, Texts texts)
{
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    /// <summary>What those are called whom the workflow names: to be read before its steps are told.</summary>
    public async Task ReadAsync(Graph graph) => names = await candidates.NamesAsync(db, graph);

    public string KindOf(Node node) => activities.Find(node.Kind) is { } activity ? texts.Say(activity.Title) : node.Kind;

    /// <summary>Who may decide; empty where nobody has to.</summary>
    public string DecidersOf(Node node) => node.Kind != UserTask.Kind ? ""
        : string.Join(", ", new[] { RolesOf(node, UserTask.Roles) }.Where(r => r.Length > 0).Concat(node.Ids(UserTask.People).Concat(node.Ids(UserTask.Groups)).Select(id => names.GetValueOrDefault(id, $"{id}"))));

    /// <summary>What whoever decides is asked; empty where nothing is.</summary>
    public string AskedOf(Node node) => FormField.Read(node.Said) is { Count: > 0 } fields ? texts["It is asked: {0}", string.Join("; ", fields.Select(f => texts[f.Label]))] : "";

    /// <summary>In how many days it is due and what happens before and after; empty where it has all the time.</summary>
    public string LateOf(Node node)
    {
        if (node.Said[UserTask.DueDays] is not { } due) return "";
        List<string> said = [texts["Due in working days: {0}", $"{due}"]];
        if (node.Said[UserTask.RemindDays] is { } remind) said.Add(texts["reminder before that: {0}", $"{remind}"]);
        if (RolesOf(node, UserTask.EscalateTo) is { Length: > 0 } others) said.Add(texts["when it is late also: {0}", others]);
        return string.Join("; ", said);
    }

    /// <summary>In what it can end; of an activity that isn't known, as far as the definition tells.</summary>
    public IReadOnlyList<string> OutcomesOf(Graph graph, Node node) => activities.Find(node.Kind)?.Outcomes(node.Said) ?? [.. graph.OutcomesOf(node.Id)];

    /// <summary>What follows on each outcome; an end where nothing does.</summary>
    public IEnumerable<(string Outcome, string Next)> WaysOf(Graph graph, Node node) =>
        from outcome in OutcomesOf(graph, node)
        let next = graph.After(node.Id, outcome).Select(n => texts[graph.Find(n)?.Title ?? n]).ToList()
        select (texts[outcome], next.Count == 0 ? texts["the end"] : string.Join(", ", next));

    private string RolesOf(Node node, string list) => string.Join(", ", node.Texts(list).Select(r => texts[roles.Find(current.Tenant, r)?.Title ?? r]));
}
