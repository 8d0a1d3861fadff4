using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// What is known about one thing: names and values.
/// <code><![CDATA[<ui-keyvalue><ui-pair name="Phone">+7 700 …</ui-pair></ui-keyvalue>]]></code>
/// </summary>
[HtmlTargetElement("ui-keyvalue")]
public sealed class KeyValueTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("dl", "pairs");
}

/// <summary>A line of a <c>ui-keyvalue</c>; says «not given» when it is empty.</summary>
[HtmlTargetElement("ui-pair")]
public sealed class PairTagHelper : UiTag
{
    public required string Name { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.Replace(Markup.Element("div", null, Markup.Element("dt", null, Name),
            Markup.Element("dd", null, value.IsEmptyOrWhiteSpace ? Markup.Element("span", "muted", T["not given"]) : value)));
    }
}
