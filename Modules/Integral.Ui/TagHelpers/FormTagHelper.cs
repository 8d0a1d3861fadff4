using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A form with what went wrong above it. Posts to the page it stands on unless told otherwise.
/// <code><![CDATA[<ui-form><ui-field for="Form.Name" /><ui-actions><ui-button tone="Primary">Save</ui-button></ui-actions></ui-form>]]></code>
/// </summary>
[HtmlTargetElement("ui-form")]
public sealed class FormTagHelper : UiLink
{
    /// <summary>For forms with files.</summary>
    public bool Multipart { get; set; }

    /// <summary><c>get</c> for filters.</summary>
    public string Method { get; set; } = "post";
    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var target = Target();
        var isPost = Method.Equals("post", StringComparison.OrdinalIgnoreCase);
        output.Become("form", Wide ? "form form-wide" : "form").With("method", isPost ? "post" : "get").With("action", target)
            .With("enctype", Multipart ? "multipart/form-data" : null).With("novalidate", isPost ? "" : null);
        if (!isPost) return;
        output.PreContent.AppendHtml(Token());
        if (WasRefused(target)) output.PreContent.AppendHtml(Refusal());
    }

    // Of several forms on a page only the one that was sent says what is wrong. One that names no handler stands for those that its buttons name;
    // where no form says it, the page does.
    private bool WasRefused(string? target)
    {
        if (ViewContext.ModelState.IsValid) return false;
        var sent = ViewContext.HttpContext.Request.Query;
        return (target is null || IsHere(target)) && (Handler is null || Handler.Equals(sent["handler"], StringComparison.OrdinalIgnoreCase))
            && Route.All(r => !sent.TryGetValue(r.Key, out var value) || value == r.Value);
    }
}
