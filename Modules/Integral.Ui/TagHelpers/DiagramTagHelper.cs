using Integral.Ui.Diagrams;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Steps and the ways between them, drawn from above to below; what is wider than there is room scrolls by itself. A list below tells the same in words, for who can't see
/// the drawing. Nothing where there are no steps.
/// <code><![CDATA[<ui-diagram label="@T["How it goes"]" of="Model.Diagram" />]]></code>
/// </summary>
[HtmlTargetElement("ui-diagram", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DiagramTagHelper : UiTag
{
    private const int Unit = 16, Corner = 7, Head = 5;

    /// <summary>The words under the drawing.</summary>
    public required string Label { get; set; }
    public required Diagram Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of.Steps.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var layout = new DiagramLayout(Of);
        output.Become("figure", "diagram");
        // What scrolls is reached by keyboard.
        if (!layout.IsTooLarge) output.Content.AppendHtml(Markup.Element("div", "diagram-sheet", Drawing(layout)).With("role", "group").With("aria-label", Label).With("tabindex", "0"));
        output.Content.AppendHtml(Markup.Element("figcaption", null, Label, Legend()));
        output.Content.AppendHtml(Markup.Element("details", "more-fold", Markup.Element("summary", null, Picture("chevron-right"), Markup.Element("span", null, T["The same as a list"])),
            Markup.Element("div", "more-inner", Markup.Element("ol", null, Of.Steps.Where(s => !s.IsEnd).Select(Told)))).With("open", layout.IsTooLarge));
    }

    private static TagBuilder Drawing(DiagramLayout layout) => Markup.Element("svg", null, [.. layout.Ways.Select(Way), .. layout.Steps.Select(Step)])
        .With("viewBox", $"0 0 {Said(layout.Width)} {Said(layout.Height)}").With("width", $"{Said(layout.Width / Unit)}em").With("height", $"{Said(layout.Height / Unit)}em").With("aria-hidden", "true").With("focusable", "false");

    private static TagBuilder Way(PlacedWay placed)
    {
        var (x, y) = placed.Arrow;
        var back = placed.IsUp ? y + 2 * Head : y - 2 * Head;
        var label = placed.Label is not { } at ? null : Markup.Element("g", null,
            new TagBuilder("rect").With("x", Said(at.Left)).With("y", Said(at.Y)).With("width", Said(at.Width)).With("height", Said(at.Height)),
            Words(at.Lines, at.X, at.Y + 13, 15));
        return Markup.Element("g", placed.Way.IsPassed ? "diagram-way is-passed" : "diagram-way", new TagBuilder("path").With("d", placed.Path),
            new TagBuilder("polygon").With("points", $"{Said(x)},{Said(y)} {Said(x - Head)},{Said(back)} {Said(x + Head)},{Said(back)}"), label);
    }

    private static TagBuilder Step(PlacedStep placed)
    {
        var (spot, mark) = (placed.Spot, placed.Step.Mark);
        var css = mark switch { DiagramMark.Passed => " is-passed", DiagramMark.Here => " is-here", DiagramMark.Wrong => " is-wrong", _ => "" };
        if (placed.Step.IsEnd) return Markup.Element("g", $"diagram-end{css}", Circle(spot, DiagramLayout.EndSize / 2.0), Circle(spot, DiagramLayout.EndSize / 4.0));
        var top = spot.Y + DiagramLayout.Padding;
        return Markup.Element("g", $"diagram-step{css}",
            new TagBuilder("rect").With("x", Said(spot.Left)).With("y", Said(spot.Y)).With("width", Said(spot.Width)).With("height", Said(spot.Height)).With("rx", Said(Corner)),
            Words(spot.Lines, spot.X, top + 13, DiagramLayout.TitleLine),
            placed.Note.Count == 0 ? null : Words(placed.Note, spot.X, top + spot.Lines.Count * DiagramLayout.TitleLine + 10, DiagramLayout.NoteLine, "diagram-note"));
    }

    private static TagBuilder Circle(DiagramSpot spot, double radius) => new TagBuilder("circle").With("cx", Said(spot.X)).With("cy", Said(spot.Y + spot.Height / 2)).With("r", Said(radius));

    private static TagBuilder Words(IReadOnlyList<string> lines, double x, double y, int line, string? css = null) =>
        Markup.Element("text", css, lines.Select((text, number) => Markup.Element("tspan", null, text).With("x", Said(x)).With("y", Said(y + number * line))));

    private TagBuilder? Legend()
    {
        List<string> said = [];
        if (Of.Steps.Any(s => s.Mark == DiagramMark.Passed)) said.Add(T["A thick frame: passed."]);
        if (Of.Steps.Any(s => s.Mark == DiagramMark.Here)) said.Add(T["Filled: it waits here."]);
        if (Of.Steps.Any(s => s.Mark == DiagramMark.Wrong)) said.Add(T["A dashed frame: needs correcting."]);
        return said.Count == 0 ? null : Markup.Element("span", "diagram-legend", string.Join(" ", said));
    }

    private TagBuilder Told(DiagramStep step)
    {
        var word = step.Mark switch { DiagramMark.Passed => T["passed"], DiagramMark.Here => T["it waits here"], DiagramMark.Wrong => T["needs correcting"], _ => null };
        var title = string.Join(", ", new[] { step.Title, step.Note, word }.Where(said => !string.IsNullOrEmpty(said)));
        var ways = Of.Ways.Where(w => w.From == step.Id).Select(w => Markup.Element("li", null, w.Label is { Length: > 0 } label ? $"{label} → {TitleOf(w.To)}" : $"→ {TitleOf(w.To)}")).ToList();
        return Markup.Element("li", null, title, ways.Count == 0 ? null : Markup.Element("ul", null, ways));
    }

    private string TitleOf(string id) => Of.Steps.FirstOrDefault(s => s.Id == id) is { } step ? step.IsEnd ? T["the end"] : step.Title : id;

    private static string Said(double number) => DiagramLayout.Said(number);
}
