using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Where one is on the way through a long form or a process; <c>current</c> counts from 1.
/// <code><![CDATA[<ui-steps current="2" names="@(new[] { "Your details", "Documents", "Check" })" />]]></code>
/// </summary>
[HtmlTargetElement("ui-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper : UiTag
{
    public required IReadOnlyList<string> Names { get; set; }
    public required int Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "steps").With("aria-label", T["Steps"]);
        for (var number = 1; number <= Names.Count; number++)
        {
            var isDone = number < Current;
            output.Content.AppendHtml(Markup.Element("li", isDone ? "step step-done" : "step",
                Markup.Element("span", "step-mark", isDone ? Picture("check") : null).With("aria-hidden", "true"),
                Markup.Element("span", null, Names[number - 1], isDone ? Markup.Element("span", "visually-hidden", " ", T["(done)"]) : null))
                .With("aria-current", number == Current ? "step" : null));
        }
    }
}
