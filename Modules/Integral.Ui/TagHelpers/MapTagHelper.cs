using System.Globalization;
using Integral.Ui.Maps;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A drawing of where things are, with marks that can be clicked. It is a picture for the eye: a list beside it must name the same marks and have
/// the same links, for the keyboard and for who can't see it. Nothing where there are no points, or a single one with nothing around it.
/// <code><![CDATA[<ui-map label="@T["Map"]" points="Model.Points" outline="Model.Outline" />]]></code>
/// </summary>
[HtmlTargetElement("ui-map", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MapTagHelper : UiTag
{
    /// <summary>The words under the drawing.</summary>
    public required string Label { get; set; }
    public IReadOnlyList<MapPoint> Points { get; set; } = [];

    /// <summary>Borders, each a ring of places; drawn where no tiles are.</summary>
    public IReadOnlyList<IReadOnlyList<MapPlace>> Outline { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var tiles = Get<MapTiles>();
        if (Points.Count == 0 || (Points.Count == 1 && Outline.Count == 0 && !tiles.AreOn))
        {
            output.SuppressOutput();
            return;
        }
        if (tiles.AreOn) tiles.AllowOn(Http.Response);
        var sheet = new MapSheet([.. Points.Select(p => p.Place), .. tiles.AreOn ? [] : Outline.SelectMany(ring => ring)], tiles.AreOn);
        var drawing = Markup.Element("svg", "map-sheet", [.. tiles.AreOn ? Tiles(sheet, tiles) : Borders(sheet), .. Points.Select(p => Mark(sheet, p))])
            .With("viewBox", $"0 0 {MapSheet.Width} {MapSheet.Height}").With("aria-hidden", "true").With("focusable", "false");
        var credit = tiles.AreOn ? Markup.Element("a", null, tiles.Credit).With("href", "https://www.openstreetmap.org/copyright").With("rel", "noopener") : null;
        output.Become("figure", "map").Content.AppendHtml(drawing).AppendHtml(Markup.Element("figcaption", null, Label, credit is null ? null : " · ", credit));
    }

    private static IEnumerable<TagBuilder> Tiles(MapSheet sheet, MapTiles tiles) => sheet.Tiles().Select(t =>
        new TagBuilder("image").With("href", tiles.Address(sheet.Zoom, t.X, t.Y)).With("x", Said(t.Left)).With("y", Said(t.Top)).With("width", Said(MapSheet.TileSize)).With("height", Said(MapSheet.TileSize)));

    private IEnumerable<TagBuilder> Borders(MapSheet sheet) => Outline.Select(ring =>
        new TagBuilder("path").With("d", $"M{string.Join('L', ring.Select(sheet.At).Select(p => $"{Said(p.X)} {Said(p.Y)}"))}Z"));

    // The list has these links too, so the keyboard doesn't pass here.
    private static TagBuilder Mark(MapSheet sheet, MapPoint point)
    {
        var (x, y) = sheet.At(point.Place);
        return Markup.Element(point.Href is null ? "g" : "a", "map-mark",
            Markup.Element("title", null, point.Name),
            new TagBuilder("circle").With("cx", Said(x)).With("cy", Said(y)).With("r", "13"),
            Markup.Element("text", null, point.Mark).With("x", Said(x)).With("y", Said(y))).With("href", point.Href).With("tabindex", point.Href is null ? null : "-1");
    }

    private static string Said(double number) => number.ToString(CultureInfo.InvariantCulture);
}
