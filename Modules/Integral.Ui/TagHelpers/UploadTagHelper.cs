using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// Takes several files. With script they can be dragged onto the page, go one by one to an address of the API, and each shows how far it is; without it
/// they go with the form around it.
/// <code><![CDATA[<ui-form multipart="true"><ui-upload name="files" label="Add files" to="/api/v1/content/media" page="/Admin/Media/File/{0}" /></ui-form>]]></code>
/// </summary>
[HtmlTargetElement("ui-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class UploadTagHelper : UiTag
{
    /// <summary>Of the files in the form.</summary>
    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }

    /// <summary>The address of the API that takes one file as the body of a POST, and answers as the media API does.</summary>
    public required string To { get; set; }

    /// <summary>The folder they go to, if there is one.</summary>
    public string? Into { get; set; }

    /// <summary>The page of a file; its id stands for {0}.</summary>
    public required string Page { get; set; }

    /// <summary>How many bytes a picture and another file may have.</summary>
    public long PictureBytes { get; set; }
    public long FileBytes { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = NextId("upload");
        output.Become("div", "upload").With("data-upload", To).With("data-into", Into).With("data-page", Page)
            .With("data-picture-bytes", PictureBytes.ToString(CultureInfo.InvariantCulture)).With("data-file-bytes", FileBytes.ToString(CultureInfo.InvariantCulture))
            .With("data-lang", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            .With("data-say-prepares", T["Being made smaller…"]).With("data-say-waits", T["Waiting for the others…"]).With("data-say-sends", T["{0} % sent"]).With("data-say-done", T["Taken"])
            .With("data-say-there", T["This file was here already: it wasn't added again."]).With("data-say-saved", T["Taken, and what is on it is saved"]).With("data-say-cancelled", T["Cancelled"])
            .With("data-say-large", T["The file is larger than {0} MB."]).With("data-say-failed", T["It couldn't be sent: the server can't be reached. Try again."]);
        output.Content.AppendHtml(Markup.Element("div", "upload-zone",
            Picture("upload", "icon-large"),
            Markup.Element("label", "field-label", Label).With("for", id),
            Markup.Element("p", "upload-drag", T["Drag them onto this page, or choose them here."]).With("data-upload-drag", "").With("hidden", ""),
            File(id),
            Hint is null ? null : Markup.Element("p", "field-hint", Hint).With("id", $"{id}-hint"),
            Markup.Element("label", "tick", Tick(), Markup.Element("span", null, T["Keep pictures as they are: otherwise very large ones are made smaller, and where they were taken isn't kept"])).With("data-upload-drag", "").With("hidden", ""),
            Markup.Element("div", "actions", Markup.Element("button", "button button-primary", Picture("upload"), T["Send"]).With("type", "submit")).With("data-upload-send", "")));
        output.Content.AppendHtml(Markup.Element("ul", "upload-list").With("data-upload-list", ""));
        output.Content.AppendHtml(Markup.Element("div", "actions", Markup.Element("button", "button", Picture("refresh"), T["Show them in the list"]).With("type", "button").With("data-upload-show", "")).With("data-upload-end", "").With("hidden", ""));
        output.Content.AppendHtml(Row());
    }

    private TagBuilder File(string id) =>
        new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }.With("type", "file").With("class", "input").With("name", Name).With("id", id).With("multiple", "").With("aria-describedby", Hint is null ? null : $"{id}-hint");

    private static TagBuilder Tick() => new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }.With("type", "checkbox").With("data-upload-keep", "");

    private TagBuilder Row() => Markup.Element("template", null, Markup.Element("li", "upload-item",
        new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing }.With("class", "upload-thumb").With("alt", "").With("data-thumb", "").With("hidden", ""),
        Markup.Element("div", "upload-main",
            Markup.Element("p", "upload-name").With("data-name", ""),
            Markup.Element("progress", null).With("max", "100").With("value", "0").With("data-bar", "").With("aria-label", T["How much of it is sent"]),
            Markup.Element("p", "upload-state").With("data-state", "").With("role", "status"),
            Markup.Element("label", "field", Markup.Element("span", "field-label", T["What is on it, for those who don't see it"]),
                new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing }.With("class", "input").With("type", "text").With("maxlength", "300").With("data-text", "")).With("data-asks", "").With("hidden", "")),
        Markup.Element("div", "actions",
            Markup.Element("button", "button button-small button-quiet", Picture("x"), T["Cancel"]).With("type", "button").With("data-cancel", ""),
            Markup.Element("a", "button button-small", T["Open it"]).With("data-open", "").With("hidden", ""))));
}
