using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A field that no person sees or reaches and many programs fill in: what comes with it wasn't sent by a person.
/// <code><![CDATA[<ui-trap name="Website" />]]></code>
/// </summary>
[HtmlTargetElement("ui-trap", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TrapTagHelper : UiTag
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Markup.Element("input", null).With("type", "text").With("name", Name).With("value", "").With("tabindex", "-1").With("autocomplete", "off").With("aria-label", Name);
        input.TagRenderMode = Microsoft.AspNetCore.Mvc.Rendering.TagRenderMode.SelfClosing;
        output.Replace(Markup.Element("div", null, input).With("hidden", ""));
    }
}
