using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A search box; it goes to the address with <c>?q=…</c> and shows what was searched for.
/// <code><![CDATA[<ui-search label="Find a person" action="~/Admin/People" />]]></code>
/// </summary>
[HtmlTargetElement("ui-search")]
public sealed class SearchTagHelper : UiTag
{
    /// <summary>Without one, the page it stands on.</summary>
    public string? Action { get; set; }
    public string? Label { get; set; }
    public string Name { get; set; } = "q";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var label = Label ?? T["Search"];
        output.Become("form", "search").With("method", "get").With("role", "search").With("aria-label", $"{T["Search"]}: {label}").With("action", Action is null ? null : Address(Action));
        output.PreContent.AppendHtml(Markup.Element("input", "input").With("type", "search").With("name", Name)
            .With("aria-label", label).With("placeholder", label).With("value", Http.Request.Query[Name].FirstOrDefault()));
        output.PreContent.AppendHtml(Markup.Element("button", "button", Picture("search"), Markup.Element("span", null, T["Search"])).With("type", "submit"));
    }
}
