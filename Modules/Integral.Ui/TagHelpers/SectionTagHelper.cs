using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A part of a page under its own heading. A <c>ui-actions</c> directly inside stands beside the heading.
/// <code><![CDATA[<ui-section title="Applications">…</ui-section>]]></code>
/// </summary>
[HtmlTargetElement("ui-section")]
public sealed class SectionTagHelper : UiTag
{
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = NextId("section");
        output.Become("section", "section").With("aria-labelledby", id);
        output.PreContent.SetHtmlContent(Markup.Element("h2", null, Title).With("id", id));
    }
}
