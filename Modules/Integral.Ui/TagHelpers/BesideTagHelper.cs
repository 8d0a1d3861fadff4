using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Two things beside each other where there is room, otherwise below: what one works on, and what it gives, which stays in sight.
/// <code><![CDATA[<ui-beside><div id="it">…</div><ui-section title="What it gives">…</ui-section></ui-beside>]]></code>
/// </summary>
[HtmlTargetElement("ui-beside")]
public sealed class BesideTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", "beside");
}
