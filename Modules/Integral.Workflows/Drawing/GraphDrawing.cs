using Integral.Ui.Diagrams;
using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;

namespace Integral.Workflows.Drawing;

/// <summary>Draws workflows, in the reader's language.</summary>
internal sealed class GraphDrawing(KnownActivities activities, Texts texts)
{
    /// <param name="graph">It needn't be right.</param>
    /// <param name="path">By which a case has come; null without any.</param>
    /// <param name="wrong">Ids of steps with which something is wrong.</param>
    public Diagram Of(Graph graph, CasePath? path = null, IEnumerable<string>? wrong = null)
    {
        var (faulty, steps, ways) = (wrong?.ToHashSet() ?? [], new List<DiagramStep>(), new List<DiagramWay>());
        foreach (var node in graph.Nodes)
        {
            var kind = activities.Find(node.Kind);
            steps.Add(new(node.Id, texts[node.Title]) { Note = kind is null ? node.Kind : texts.Say(kind.Title), Mark = MarkOf(node, path, faulty) });
            var led = graph.OutcomesOf(node.Id).SelectMany(o => graph.After(node.Id, o).Select(to => (To: to, Outcome: o)));
            ways.AddRange(led.GroupBy(l => l.To).Select(l => Way(node, l.Key, [.. l.Select(o => o.Outcome)], path)));
            List<string> ending = [.. (kind?.Outcomes(node.Said) ?? []).Where(o => !graph.After(node.Id, o).Any())];
            if (ending.Count == 0) continue;
            var end = new DiagramStep($"{node.Id} end", "") { IsEnd = true, Mark = ending.Exists(o => path?.HasPassed(node.Id, o) == true) ? DiagramMark.Passed : DiagramMark.None };
            steps.Add(end);
            ways.Add(Way(node, end.Id, ending, path));
        }
        return new(steps, ways);
    }

    private DiagramWay Way(Node from, string to, List<string> outcomes, CasePath? path)
    {
        // That a step without a choice is done needn't be said.
        var told = outcomes.Where(o => o is not (Activity.Done or Join.Joined)).Select(o => texts[o]).ToList();
        return new(from.Id, to, told.Count > 0 ? string.Join(" / ", told) : null) { IsPassed = outcomes.Exists(o => path?.HasPassed(from.Id, o) == true) };
    }

    private static DiagramMark MarkOf(Node node, CasePath? path, HashSet<string> faulty) =>
        faulty.Contains(node.Id) ? DiagramMark.Wrong : path is null ? DiagramMark.None : path.Here.Contains(node.Id) ? DiagramMark.Here : path.HasPassed(node.Id) ? DiagramMark.Passed : DiagramMark.None;
}
