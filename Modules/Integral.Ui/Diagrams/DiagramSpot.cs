namespace Integral.Ui.Diagrams;

/// <summary>What takes room in a drawing: a step, the words of a way, or a way that passes by.</summary>
internal sealed class DiagramSpot(int layer, double width, double height)
{
    public int Layer => layer;
    public double Width => width;
    public double Height => height;

    /// <summary>Its middle.</summary>
    public double X { get; set; }

    /// <summary>Its upper edge.</summary>
    public double Y { get; set; }
    public double Bottom => Y + height;
    public double Left => X - width / 2;

    /// <summary>With what it is connected in the layer above.</summary>
    public List<DiagramSpot> Above { get; } = [];
    public List<DiagramSpot> Below { get; } = [];

    /// <summary>Words of a step or of a way, line by line.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Where the way to a neighbour leaves it: ways that leave it together stand apart.</summary>
    public double Port(DiagramSpot neighbour)
    {
        var side = (neighbour.Layer > layer ? Below : Above).OrderBy(s => s.X).ToList();
        return X + width * .8 * ((side.IndexOf(neighbour) + 1.0) / (side.Count + 1) - .5);
    }
}
