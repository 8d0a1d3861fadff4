using System.Globalization;
using Integral.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Ui.Charts;

/// <summary>Draws how figures go on in time: the first series in columns, the second as a line over them.</summary>
internal static class CourseDrawing
{
    private const int Top = 20, Height = 150, Bottom = 22, MostLabels = 5;

    public static TagBuilder Of(Chart chart)
    {
        var (count, most) = (chart.Rows.Count, Math.Max(1, chart.Most));
        var ground = Top + Height;
        List<TagBuilder> parts = [Level(Top), Level(ground), Words(Number(most), 0, Top - 6, "start")];
        for (var at = 0; at < count; at++) parts.Add(Column(chart, at, most));
        if (chart.Series.Count > 1) parts.AddRange(Line(chart, most));
        var step = Math.Max(1, (count + MostLabels - 1) / MostLabels);
        for (var at = 0; at < count; at += step) parts.Add(Words(chart.Rows[at].Label, 100.0 * at / count, ground + 17, "start"));
        return Markup.Element("svg", "chart-course", parts).With("width", "100%").With("height", Said(ground + Bottom)).With("focusable", "false");
    }

    public static string Css(int series) => $"chart-s{Said(series)}";

    /// <summary>A part of a hundred, as an attribute has it.</summary>
    public static string Part(double of) => $"{Said(Math.Round(of, 2))}%";

    private static TagBuilder Column(Chart chart, int at, long most)
    {
        var (row, part) = (chart.Rows[at], 100.0 / chart.Rows.Count);
        var (figure, high) = (row.Figures[0], (double)Height * row.Figures[0].Number / most);
        return Markup.Element(figure.Href is null ? "g" : "a", null, Markup.Element("title", null, $"{row.Label}: {chart.Series[0]} {Number(figure.Number)}"),
            new TagBuilder("rect").With("class", Css(0)).With("x", Part(part * at + part * .15)).With("y", Said(Top + Height - high)).With("width", Part(part * .7)).With("height", Said(high)))
            .With("href", figure.Href).With("tabindex", figure.Href is null ? null : "-1");
    }

    private static IEnumerable<TagBuilder> Line(Chart chart, long most)
    {
        var part = 100.0 / chart.Rows.Count;
        var points = chart.Rows.Select((row, at) => (X: Part(part * (at + .5)), Y: Said(Top + Height - (double)Height * row.Figures[1].Number / most), Row: row)).ToList();
        foreach (var (from, to) in points.Zip(points.Skip(1))) yield return new TagBuilder("line").With("class", "chart-line").With("x1", from.X).With("y1", from.Y).With("x2", to.X).With("y2", to.Y);
        foreach (var (x, y, row) in points)
        {
            var figure = row.Figures[1];
            yield return Markup.Element(figure.Href is null ? "g" : "a", null, Markup.Element("title", null, $"{row.Label}: {chart.Series[1]} {Number(figure.Number)}"),
                new TagBuilder("circle").With("class", "chart-dot").With("cx", x).With("cy", y).With("r", "4")).With("href", figure.Href).With("tabindex", figure.Href is null ? null : "-1");
        }
    }

    private static TagBuilder Level(int y) => new TagBuilder("line").With("class", "chart-level").With("x1", "0").With("x2", "100%").With("y1", Said(y)).With("y2", Said(y));
    private static TagBuilder Words(string words, double x, int y, string anchor) => Markup.Element("text", null, words).With("x", Part(x)).With("y", Said(y)).With("text-anchor", anchor);
    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
    private static string Said(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
