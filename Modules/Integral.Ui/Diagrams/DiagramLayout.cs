using System.Globalization;

namespace Integral.Ui.Diagrams;

/// <summary>A step with its place.</summary>
internal sealed record PlacedStep(DiagramStep Step, DiagramSpot Spot, IReadOnlyList<string> Note);

/// <summary>A way with its line from above to below.</summary>
/// <param name="Label">Where its words stand; null without any.</param>
/// <param name="Arrow">Where it arrives.</param>
internal sealed record PlacedWay(DiagramWay Way, string Path, DiagramSpot? Label, (double X, double Y) Arrow, bool IsUp);

/// <summary>
/// Gives steps and ways their places: steps in layers from above to below, a way that passes a layer takes room there as a step does, and so do its words. So nothing lies on
/// anything else. Units are those of the drawing.
/// </summary>
internal sealed class DiagramLayout
{
    public const int Letters = 21, TitleLine = 18, NoteLine = 15, Padding = 9, EndSize = 18;

    private const int MostLines = 3, LabelLetters = 20, LabelLine = 15, Passing = 12, Apart = 20, Gap = 20, Margin = 14, Sweeps = 16, MostSpots = 4000;
    private const double Wide = 186;

    private readonly SortedDictionary<int, List<DiagramSpot>> layers = [];
    private readonly List<(DiagramWay Way, List<DiagramSpot> Chain, DiagramSpot? Label, bool IsUp)> threads = [];
    private int spots;

    public DiagramLayout(Diagram diagram)
    {
        var order = new DiagramLayers(diagram);
        var placed = diagram.Steps.DistinctBy(s => s.Id).Select(s => Step(s, diagram.Ways, order)).ToDictionary(p => p.Step.Id, StringComparer.Ordinal);
        foreach (var way in diagram.Ways.Where(w => w.From != w.To && placed.ContainsKey(w.From) && placed.ContainsKey(w.To)))
        {
            if (IsTooLarge) return;
            Thread(way, placed[way.From].Spot, placed[way.To].Spot, order.IsBack(way));
        }
        Sort();
        Spread();
        Stack();
        Steps = [.. placed.Values];
        Ways = [.. threads.Select(t => Line(t.Way, t.Chain, t.Label, t.IsUp))];
    }

    public IReadOnlyList<PlacedStep> Steps { get; } = [];
    public IReadOnlyList<PlacedWay> Ways { get; } = [];
    public double Width { get; private set; }
    public double Height { get; private set; }

    /// <summary>Nobody would find their way in such a drawing: the list tells the same.</summary>
    public bool IsTooLarge => spots > MostSpots;

    private PlacedStep Step(DiagramStep step, IReadOnlyList<DiagramWay> ways, DiagramLayers order)
    {
        var layer = 2 * order.Of(step.Id);      // between two layers of steps is one for words
        if (step.IsEnd) return new(step, Add(new(layer, EndSize, EndSize)), []);
        var lines = DiagramText.Lines(step.Title, Letters, MostLines);
        var again = ways.Where(w => w.From == step.Id && w.To == step.Id).Select(w => $"↻ {w.Label}".Trim());
        string[] said = [.. new[] { step.Note }.OfType<string>(), .. again];
        var note = said.SelectMany(n => DiagramText.Lines(n, Letters + 3, 2)).ToList();
        return new(step, Add(new(layer, Wide, lines.Count * TitleLine + note.Count * NoteLine + 2 * Padding) { Lines = lines }), note);
    }

    private DiagramSpot Add(DiagramSpot spot)
    {
        if (!layers.TryGetValue(spot.Layer, out var layer)) layers.Add(spot.Layer, layer = []);
        layer.Add(spot);
        spots++;
        return spot;
    }

    // From the upper step to the lower one, whichever way it goes; its words stand beside the step that it leaves.
    private void Thread(DiagramWay way, DiagramSpot from, DiagramSpot to, bool isUp)
    {
        var (upper, lower) = isUp ? (to, from) : (from, to);
        DiagramSpot? label = null;
        List<DiagramSpot> chain = [upper];
        for (var layer = upper.Layer + 1; layer < lower.Layer; layer++)
        {
            var isLabel = !string.IsNullOrWhiteSpace(way.Label) && layer == (isUp ? lower.Layer - 1 : upper.Layer + 1);
            var spot = Add(isLabel ? Words(layer, way.Label!) : new(layer, Passing, 0));
            if (isLabel) label = spot;
            chain.Add(spot);
        }
        chain.Add(lower);
        foreach (var (above, below) in chain.Zip(chain.Skip(1)))
        {
            above.Below.Add(below);
            below.Above.Add(above);
        }
        threads.Add((way, chain, label, isUp));
    }

    private static DiagramSpot Words(int layer, string label)
    {
        var lines = DiagramText.Lines(label, LabelLetters, 2);
        return new(layer, lines.Max(l => l.Length) * DiagramText.SmallLetter + 10, lines.Count * LabelLine + 4) { Lines = lines };
    }

    // Each near the middle of those with which it is connected, seen from above and from below in turn: fewer ways cross.
    private void Sort()
    {
        var places = layers.Values.SelectMany(l => l.Index()).ToDictionary(s => s.Item, s => (double)s.Index);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var (_, layer) in isDown ? layers : layers.Reverse())
            {
                var sorted = layer.OrderBy(s => (isDown ? s.Above : s.Below) is { Count: > 0 } near ? near.Average(n => places[n]) : places[s]).ToList();
                foreach (var (place, spot) in sorted.Index()) places[spot] = place;
                layer.Clear();
                layer.AddRange(sorted);
            }
        }
    }

    private void Spread()
    {
        foreach (var layer in layers.Values)
            for (var i = 1; i < layer.Count; i++) layer[i].X = layer[i - 1].X + Room(layer[i - 1], layer[i]);
        for (var sweep = 0; sweep < 2 * Sweeps; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var (_, layer) in isDown ? layers : layers.Reverse())
                Settle(layer, [.. layer.Select(s => (isDown ? s.Above : s.Below) is { Count: > 0 } near ? near.Average(n => n.X) : s.X)]);
        }
        var all = layers.Values.SelectMany(l => l).ToList();
        if (all.Count == 0) return;
        var left = all.Min(s => s.Left) - Margin;
        foreach (var spot in all) spot.X -= left;
        Width = all.Max(s => s.X + s.Width / 2) + Margin;
    }

    // As near to where each wants to be as the others let it, from the left and from the right: between the two there is room for all.
    private static void Settle(List<DiagramSpot> layer, double[] wanted)
    {
        var (fromLeft, fromRight) = ((double[])wanted.Clone(), (double[])wanted.Clone());
        for (var i = 1; i < layer.Count; i++) fromLeft[i] = Math.Max(wanted[i], fromLeft[i - 1] + Room(layer[i - 1], layer[i]));
        for (var i = layer.Count - 2; i >= 0; i--) fromRight[i] = Math.Min(wanted[i], fromRight[i + 1] - Room(layer[i], layer[i + 1]));
        foreach (var (place, spot) in layer.Index()) spot.X = (fromLeft[place] + fromRight[place]) / 2;
    }

    private static double Room(DiagramSpot left, DiagramSpot right) => (left.Width + right.Width) / 2 + Apart;

    private void Stack()
    {
        double top = Margin;
        foreach (var layer in layers.Values)
        {
            var height = layer.Max(s => s.Height);
            foreach (var spot in layer) spot.Y = top + (height - spot.Height) / 2;
            top += height + Gap;
        }
        Height = top - Gap + Margin;
    }

    private PlacedWay Line(DiagramWay way, List<DiagramSpot> chain, DiagramSpot? label, bool isUp)
    {
        var (upper, lower) = (chain[0], chain[^1]);
        List<(double X, double Y)> points = [(upper.Port(chain[1]), upper.Bottom)];
        foreach (var spot in chain.Skip(1).SkipLast(1))
        {
            // Straight through its layer, so that it doesn't cut the corners of what stands there.
            var (top, height) = (layers[spot.Layer].Min(s => s.Y), layers[spot.Layer].Max(s => s.Height));
            points.Add((spot.X, top));
            if (height > 0) points.Add((spot.X, top + height));
        }
        points.Add((lower.Port(chain[^2]), lower.Y));
        var path = $"M{Said(points[0].X)} {Said(points[0].Y)}" + string.Concat(points.Zip(points.Skip(1)).Select(p => Curve(p.First, p.Second)));
        return new(way, path, label, isUp ? points[0] : points[^1], isUp);
    }

    private static string Curve((double X, double Y) from, (double X, double Y) to)
    {
        var middle = Said((from.Y + to.Y) / 2);
        return Math.Abs(from.X - to.X) < .5 ? $"L{Said(to.X)} {Said(to.Y)}" : $"C{Said(from.X)} {middle} {Said(to.X)} {middle} {Said(to.X)} {Said(to.Y)}";
    }

    public static string Said(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
