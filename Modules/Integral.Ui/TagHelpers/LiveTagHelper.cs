using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A part of a page that shows itself anew when the server says that its topic changed, or <c>topic/id</c>. The address answers with this tag
/// again; a browser that can't hear the server asks it every so many seconds.
/// <code><![CDATA[<ui-live topic="vacancies" from="@Url.Page("Index")">…</ui-live>]]></code>
/// </summary>
[HtmlTargetElement("ui-live")]
public sealed class LiveTagHelper : UiTag
{
    public required string Topic { get; set; }
    public required string From { get; set; }
    public int Every { get; set; } = 60;

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("div", "live").Follow(Topic, From, Every);
}
