using Integral.Ui.Charts;

namespace Integral.Ui.Gallery;

/// <summary>What the gallery's charts show: three series with one that is empty, and a course with a line.</summary>
internal static class GalleryChart
{
    public static Chart Seats { get; } = new("Group", ["Taken", "Free", "Waiting"],
        [new("Оператор беспилотных летательных аппаратов · БПЛА-1", new(12, "#"), new(0), new(7, "#")), new("Welding, evening group", new(5, "#"), new(3), new(0)), new("Cooking", new(0), new(0), new(0))]);

    public static Chart Weeks { get; } = new("Week", ["Arrived", "Decided"],
        [.. Enumerable.Range(0, 22).Select(n => new ChartRow($"{1 + n * 7 % 28} {(n < 11 ? "Jul" : "Oct")}", new ChartFigure(n * 7 % 23, "#"), new ChartFigure(n * 5 % 17)))]);
}
