using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A card. With an address the whole card leads there.
/// <code><![CDATA[<ui-card title="@program.Title" icon="book" asp-page="Show" asp-route-id="@program.Id"><p>…</p></ui-card>]]></code>
/// </summary>
[HtmlTargetElement("ui-card")]
public sealed class CardTagHelper : UiLink
{
    public string? Title { get; set; }
    public string? Icon { get; set; }

    /// <summary>Address of a picture that stands above the title. It is decoration: what it shows, the title says.</summary>
    public string? Image { get; set; }

    /// <summary>Smaller ones of it as <c>srcset</c> names them, and how much room it has.</summary>
    public string? ImageSet { get; set; }
    public string? ImageSizes { get; set; }

    /// <summary>The picture is only to be recognised: it is shown small.</summary>
    public bool Thumb { get; set; }

    /// <summary>2 on a page whose cards stand right under its heading.</summary>
    public int Level { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var target = Target();
        output.Become("article", $"card{(target is null ? "" : " card-link")}{(Thumb ? " card-thumb" : "")}");
        if (Image is { Length: > 0 }) output.PreContent.AppendHtml(Above(Image));
        if (Title is null) return;
        output.PreContent.AppendHtml(Markup.Element($"h{Level}", "card-title",
            Icon is null ? null : Picture(Icon),
            target is null ? Title : Markup.Element("a", null, Title).With("href", target)));
    }

    private TagBuilder Above(string image)
    {
        var set = string.IsNullOrEmpty(ImageSet) ? null : ImageSet;
        var picture = Markup.Element("img", "card-image").With("src", image).With("srcset", set).With("sizes", set is null ? null : ImageSizes).With("alt", "").With("loading", "lazy");
        picture.TagRenderMode = TagRenderMode.SelfClosing;
        return picture;
    }
}
