using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A grid of cards or figures, as many beside each other as fit.
/// <code><![CDATA[<ui-cards small="true"><ui-stat number="12" label="Lessons today" /></ui-cards>]]></code>
/// </summary>
[HtmlTargetElement("ui-cards")]
public sealed class CardsTagHelper : TagHelper
{
    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", Small ? "cards cards-small" : "cards");
}
