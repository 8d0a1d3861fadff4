namespace Integral.Ui.Diagrams;

/// <summary>Which step stands below which: each below all from which a way leads to it, as far as that isn't a circle.</summary>
internal sealed class DiagramLayers
{
    private readonly ILookup<string, string> next;
    private readonly Dictionary<string, int> layers = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To)> back = [];
    private readonly HashSet<string> open = new(StringComparer.Ordinal), seen = new(StringComparer.Ordinal);
    private readonly List<string> done = [];

    public DiagramLayers(Diagram diagram)
    {
        var known = diagram.Steps.Select(s => s.Id).ToHashSet();
        var ways = diagram.Ways.Where(w => w.From != w.To && known.Contains(w.From) && known.Contains(w.To)).ToList();
        next = ways.ToLookup(w => w.From, w => w.To);
        var reached = ways.Select(w => w.To).ToHashSet();
        foreach (var step in diagram.Steps.OrderBy(s => reached.Contains(s.Id))) Visit(step.Id);
        foreach (var step in diagram.Steps) layers[step.Id] = 0;
        foreach (var id in Enumerable.Reverse(done))
            foreach (var to in next[id].Where(to => !back.Contains((id, to)))) layers[to] = Math.Max(layers[to], layers[id] + 1);
    }

    public int Of(string id) => layers[id];

    /// <summary>It leads up again, to a step by which one has come.</summary>
    public bool IsBack(DiagramWay way) => back.Contains((way.From, way.To));

    private void Visit(string id)
    {
        if (!seen.Add(id)) return;
        open.Add(id);
        foreach (var to in next[id])
        {
            if (open.Contains(to)) back.Add((id, to));
            else Visit(to);
        }
        open.Remove(id);
        done.Add(id);
    }
}
