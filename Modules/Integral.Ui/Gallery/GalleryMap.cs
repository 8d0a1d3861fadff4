using Integral.Ui.Maps;

namespace Integral.Ui.Gallery;

/// <summary>What the gallery's map shows: an invented district.</summary>
internal static class GalleryMap
{
    public static IReadOnlyList<MapPoint> Points { get; } = [new("1", "School 1", new(52.97, 63.11), "#"), new("2", "Training centre", new(52.93, 63.18), null)];
    public static IReadOnlyList<IReadOnlyList<MapPlace>> Outline { get; } = [[new(53.02, 63.02), new(53.04, 63.2), new(52.92, 63.3), new(52.86, 63.12), new(52.9, 63.04)]];
}
