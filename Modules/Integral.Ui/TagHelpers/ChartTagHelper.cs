using System.Globalization;
using Integral.Ui.Charts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Figures as a drawing, and below it the same figures as a table with the links behind them. Series are told apart by their frames too, not by colour alone. It has the width of
/// its place without growing smaller: lengths are parts of a hundred, letters stay as they are. Nothing where there are no rows.
/// <code><![CDATA[<ui-chart label="@T["How it goes"]" of="Model.Stages" />]]></code>
/// </summary>
[HtmlTargetElement("ui-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper : UiTag
{
    /// <summary>The words under the drawing.</summary>
    public required string Label { get; set; }
    public required Chart Of { get; set; }
    public ChartKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Rows.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("figure", Kind == ChartKind.Course ? "chart chart-is-course" : "chart");
        IEnumerable<TagBuilder> drawn = Kind == ChartKind.Course ? [CourseDrawing.Of(Of)] : Of.Rows.Select(Bar);
        output.Content.AppendHtml(Markup.Element("div", "chart-sheet", drawn).With("aria-hidden", "true"));
        if (Of.Series.Count > 1) output.Content.AppendHtml(Markup.Element("div", "chart-legend", Of.Series.Select((name, number) => Markup.Element("span", null, Swatch(number), name))).With("aria-hidden", "true"));
        output.Content.AppendHtml(Markup.Element("figcaption", null, Label));
        output.Content.AppendHtml(Markup.Element("details", "more-fold", Markup.Element("summary", null, Picture("chevron-right"), Markup.Element("span", null, T["The same as a table"])),
            Markup.Element("div", "more-inner", Table())));
    }

    // Words stand beside the drawing and not in it: they break where they must. The table has these links too, so the keyboard doesn't pass here.
    private TagBuilder Bar(ChartRow row)
    {
        var (most, at, parts) = (Math.Max(1, Of.MostOfRow), 0.0, new List<TagBuilder>());
        foreach (var (figure, number) in row.Figures.Select((figure, number) => (figure, number)).Where(f => f.figure.Number > 0))
        {
            var width = 100.0 * figure.Number / most;
            parts.Add(Markup.Element(figure.Href is null ? "g" : "a", null, Markup.Element("title", null, Told(row, number)),
                new TagBuilder("rect").With("class", CourseDrawing.Css(number)).With("x", CourseDrawing.Part(at)).With("y", "1").With("width", CourseDrawing.Part(width)).With("height", "16")).With("href", figure.Href).With("tabindex", figure.Href is null ? null : "-1"));
            at += width;
        }
        var bar = Markup.Element("svg", "chart-bar", parts).With("width", "100%").With("height", "18").With("focusable", "false");
        return Markup.Element("div", "chart-row", Markup.Element("span", null, row.Label), Markup.Element("span", "chart-number", string.Join(" · ", row.Figures.Select(f => Said(f.Number)))), bar);
    }

    private string Told(ChartRow row, int series) => $"{row.Label}: {Of.Series[series]} {Said(row.Figures[series].Number)}";

    private static TagBuilder Swatch(int series) => Markup.Element("svg", "chart-swatch", new TagBuilder("rect").With("class", CourseDrawing.Css(series)).With("x", "1").With("y", "1").With("width", "18").With("height", "12"))
        .With("width", "20").With("height", "14").With("focusable", "false");

    private TagBuilder Table() => Markup.Element("div", "table-frame table-cards", Markup.Element("table", "table", Markup.Element("caption", "visually-hidden", Label),
        Markup.Element("thead", null, Markup.Element("tr", null, Of.Series.Select(s => Markup.Element("th", "number", s)).Prepend(Markup.Element("th", null, Of.Of)).Select(h => h.With("scope", "col").With("role", "columnheader"))).With("role", "row")),
        Markup.Element("tbody", null, Of.Rows.Select(Line))).With("role", "table"));

    private TagBuilder Line(ChartRow row) => Markup.Element("tr", null,
        row.Figures.Select((figure, number) => Markup.Element("td", "number", figure.Href is null ? Said(figure.Number) : Markup.Element("a", null, Said(figure.Number)).With("href", figure.Href).With("aria-label", Told(row, number))).With("role", "cell").With("data-label", Of.Series[number]))
            .Prepend(Markup.Element("th", null, row.Label).With("scope", "row").With("role", "rowheader"))).With("role", "row");

    private static string Said(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
