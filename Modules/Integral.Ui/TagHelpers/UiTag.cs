using Integral.Ui.Faces;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Ui.TagHelpers;

/// <summary>What all ui-* tags have in common.</summary>
public abstract class UiTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    private protected HttpContext Http => ViewContext.HttpContext;
    private protected Texts T => Get<Texts>();

    private protected TService Get<TService>() where TService : notnull => Http.RequestServices.GetRequiredService<TService>();

    private protected IUrlHelper Url => Get<IUrlHelperFactory>().GetUrlHelper(ViewContext);

    /// <summary>An address within the institution, in the language of the page: <c>~/news</c> is <c>/school-1/kk/news</c>.</summary>
    private protected string Address(string href) => Get<Face>().Address(href);

    private protected TagBuilder Picture(string name, string? css = null) => Markup.Icon(Get<Assets>(), name, css);

    /// <summary>Id for what must be referred to: the same page gives the same ids each time, so that its cached copies agree.</summary>
    private protected string NextId(string prefix)
    {
        var number = Http.Items.TryGetValue(typeof(UiTag), out var last) ? (int)last! + 1 : 1;
        Http.Items[typeof(UiTag)] = number;
        return $"{prefix}-{number}";
    }

    /// <summary>What is wrong with what was sent. Whoever shows it, shows it for the page.</summary>
    private protected TagBuilder Refusal()
    {
        Http.Items[typeof(ModelStateDictionary)] = true;
        var whole = ViewContext.ModelState.TryGetValue("", out var entry) ? entry.Errors.Select(e => e.ErrorMessage).ToArray() : [];
        var hasFields = ViewContext.ModelState.Any(field => field.Key.Length > 0 && field.Value?.Errors.Count > 0);
        return Markup.Element("div", "alert tone-bad", Picture("error"),
                Markup.Element("div", "alert-body",
                    hasFields ? Markup.Element("p", "alert-title", T["Some answers need correcting: see the marked fields."]) : null,
                    Markup.Element("div", null, whole.Select(message => Markup.Element("p", "alert-title", message)))))
            .With("role", "alert").With("tabindex", "-1").With("data-errors", "");
    }

    /// <summary>Something that was sent is refused, and nothing on the page has said so yet.</summary>
    private protected bool IsRefusalUnsaid => HttpMethods.IsPost(Http.Request.Method) && !ViewContext.ModelState.IsValid && !Http.Items.ContainsKey(typeof(ModelStateDictionary));

    /// <summary>The hidden field that proves a form is ours; only for the signed-in, since visitors' pages are cached for all.</summary>
    private protected IHtmlContent Token() => Http.User.Identity?.IsAuthenticated == true
        ? Get<IHtmlGenerator>().GenerateAntiforgery(ViewContext)
        : HtmlString.Empty;
}
