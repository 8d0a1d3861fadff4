using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// What is asked for anew, with all that stands in a form, when somebody changes something or a part of it was put anew: a preview as one types, or a form whose questions depend on
/// an answer. Nothing happens without script, so the form needs a button that does the same.
/// <code><![CDATA[<ui-refresh of="type-form" asp-page-handler="Preview">…</ui-refresh>  <ui-refresh puts="type-editor" asp-page-handler="Look"><ui-field for="Form.Kind" /></ui-refresh>]]></code>
/// </summary>
[HtmlTargetElement("ui-refresh")]
public sealed class RefreshTagHelper : UiLink
{
    /// <summary>Id of what holds the form: the answer, a part of a page, goes here as somebody types there.</summary>
    public string? Of { get; set; }

    /// <summary>Id of the part of the page that is put anew when something within this changes; the answer is a whole page.</summary>
    public string? Puts { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "refresh");
        if (Puts is not null) output.Put(Puts, Target()!).With("hx-trigger", "change");
        else output.With("hx-post", Target()).With("hx-trigger", $"input from:#{Of} delay:300ms, change from:#{Of} delay:300ms, htmx:afterSettle from:#{Of} delay:300ms").With("hx-include", $"#{Of}").With("hx-swap", "innerHTML").With("hx-sync", "this:replace");
    }
}
