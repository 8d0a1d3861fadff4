namespace Integral.Ui.Maps;

/// <summary>A piece of the earth on a drawing of 512 by 384 units, large enough for what is to stand on it. In the projection of map tiles, so that they fit under it.</summary>
internal sealed class MapSheet
{
    public const int Width = 512, Height = 384, TileSize = 256;
    private const double Margin = 40, Furthest = 85.05;
    private const int Nearest = 16;

    private readonly double scale, left, top;

    /// <param name="places">At least one.</param>
    /// <param name="isTiled">Tiles are drawn at certain scales only.</param>
    public MapSheet(IReadOnlyCollection<MapPlace> places, bool isTiled)
    {
        var all = places.Select(World).ToList();
        var (west, east, north, south) = (all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));
        var fitting = Math.Min((Width - 2 * Margin) / Math.Max(east - west, 1e-9), (Height - 2 * Margin) / Math.Max(south - north, 1e-9));
        var zoom = Math.Clamp(Math.Log2(fitting / TileSize), 0, Nearest);
        Zoom = (int)zoom;
        scale = TileSize * Math.Pow(2, isTiled ? Zoom : zoom);
        (left, top) = ((west + east) / 2 * scale - Width / 2.0, (north + south) / 2 * scale - Height / 2.0);
    }

    public int Zoom { get; }

    public (double X, double Y) At(MapPlace place)
    {
        var (x, y) = World(place);
        return (Math.Round(x * scale - left, 1), Math.Round(y * scale - top, 1));
    }

    /// <summary>The tiles under the drawing, where it is tiled: their numbers and their places.</summary>
    public IEnumerable<(int X, int Y, double Left, double Top)> Tiles()
    {
        var count = 1 << Zoom;
        for (var y = (int)Math.Floor(top / TileSize); y * TileSize < top + Height; y++)
        {
            if (y < 0 || y >= count) continue;
            for (var x = (int)Math.Floor(left / TileSize); x * TileSize < left + Width; x++)
                yield return ((x % count + count) % count, y, Math.Round(x * TileSize - left, 1), Math.Round(y * TileSize - top, 1));
        }
    }

    // Web Mercator: the whole earth is a square of side 1.
    private static (double X, double Y) World(MapPlace place)
    {
        var sine = Math.Sin(Math.Clamp(place.Latitude, -Furthest, Furthest) * Math.PI / 180);
        return ((place.Longitude + 180) / 360, 0.5 - Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI));
    }
}
