using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Pictures beside each other, each with the words below it.
/// <code><![CDATA[<ui-gallery><figure><img src="…" alt="…"><figcaption>…</figcaption></figure></ui-gallery>]]></code>
/// </summary>
[HtmlTargetElement("ui-gallery")]
public sealed class GalleryTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", "gallery");
}
