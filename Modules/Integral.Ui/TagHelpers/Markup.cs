using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>Short words for building HTML in tags.</summary>
internal static class Markup
{
    /// <summary>An element with a class and its content: text is encoded, null is left out.</summary>
    public static TagBuilder Element(string name, string? css, params IEnumerable<object?> content)
    {
        var element = new TagBuilder(name);
        if (css is not null) element.AddCssClass(css);
        foreach (var part in content)
        {
            if (part is IHtmlContent html) element.InnerHtml.AppendHtml(html);
            else if (part is not null) element.InnerHtml.Append(part.ToString()!);
        }
        return element;
    }

    /// <summary>Sets an attribute, or leaves it out when there is no value.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null) element.Attributes[name] = value;
        return element;
    }

    public static TagBuilder With(this TagBuilder element, string name, bool on) => on ? element.With(name, "") : element;

    public static TagBuilder Icon(Assets assets, string name, string? css = null) =>
        Element("svg", css is null ? "icon" : $"icon {css}", new TagBuilder("use").With("href", $"{assets["icons.svg"]}#{name}"))
            .With("aria-hidden", "true").With("focusable", "false").With("viewBox", "0 0 24 24").With("stroke-width", "1.75");

    /// <summary>Makes the ui-* tag itself into an ordinary element.</summary>
    public static TagHelperOutput Become(this TagHelperOutput output, string name, string css)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", css);
        return output;
    }

    public static TagHelperOutput With(this TagHelperOutput output, string name, string? value)
    {
        if (value is not null) output.Attributes.SetAttribute(name, value);
        return output;
    }

    /// <summary>Has the element read anew from an address when the topic changes, and every so many seconds where that can't be heard (live.ts).</summary>
    public static TagHelperOutput Follow(this TagHelperOutput output, string topic, string from, int every) =>
        output.With("data-live", topic).With("data-live-every", every.ToString(CultureInfo.InvariantCulture)).With("hx-get", from).With("hx-trigger", "live").With("hx-swap", "outerHTML");

    /// <summary>Has the form around it sent without leaving the page; what the part of that id holds in the answer is put into the one here, which stays, and with it whatever listens to it.</summary>
    public static TagHelperOutput Put(this TagHelperOutput output, string id, string to) =>
        output.With("hx-post", to).With("hx-target", $"#{id}").With("hx-select", $"#{id} > *").With("hx-swap", "innerHTML");

    /// <summary>Leaves only this element where the ui-* tag was.</summary>
    public static void Replace(this TagHelperOutput output, IHtmlContent? with)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(with ?? HtmlString.Empty);
    }
}
