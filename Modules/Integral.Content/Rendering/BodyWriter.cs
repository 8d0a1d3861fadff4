using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Platform.Recipes;

namespace Integral.Content.Rendering;

/// <summary>
/// An item's parts as HTML, in the order its type gives them, with the items inside flows and bags. Every text goes through
/// <see cref="SafeHtml"/> or is encoded; addresses within the site begin with ~/ and are completed when the page is shown.
/// </summary>
internal sealed class BodyWriter(TypeBook book)
{
    // Shown elsewhere on the page, or not meant for the eye: Orchard's themes keep names of icons in such fields.
    private static readonly HashSet<string> NotInTheBody = ["Summary", "Subtitle", "Icon", "IconClass"];

    private readonly StringBuilder html = new();

    public string Write(TypeShape type, JsonObject data)
    {
        Parts(type, data, isNested: false);
        if (html.Length > SafeHtml.MostCharacters) throw new ArgumentException("The text is too large to be shown.", nameof(data));
        return html.ToString();
    }

    private void Parts(TypeShape type, JsonObject data, bool isNested)
    {
        foreach (var use in type.Parts)
        {
            if (data[use.Name] is JsonObject part) Part(use, part, isNested);
        }
    }

    private void Part(PartUse use, JsonObject part, bool isNested)
    {
        switch (use.Part)
        {
            case Known.Html: Html(part.Text("Html")); break;
            case Known.Markdown: Marked(part.Text("Markdown")); break;
            case Known.Flow: Items(part, "Widgets"); break;
            case Known.Bag: Bag(use, part); break;
            default:
                foreach (var field in book.FieldsOf(use.Part))
                    if (part[field.Name] is JsonObject value && !NotInTheBody.Contains(field.Name)) Field(field, value, isNested);
                break;
        }
    }

    private void Bag(PartUse use, JsonObject part)
    {
        if (part.Find("ContentItems") is not JsonArray { Count: > 0 }) return;
        if (use.Title != Known.Bag) html.Append("<h2>").Append(Encoded(use.Title)).Append("</h2>");
        Items(part, "ContentItems");
    }

    private void Items(JsonObject part, string list)
    {
        foreach (var item in (part.Find(list) as JsonArray ?? []).OfType<JsonObject>())
        {
            if (book.Type(item.Text("ContentType") ?? "") is not { } type) continue;
            if (type.Has(Known.Title) && (item[Known.Title] as JsonObject)?.Text("Title") is { Length: > 0 } title) html.Append("<h3>").Append(Encoded(title)).Append("</h3>");
            Parts(type, item, isNested: true);
        }
    }

    private void Field(FieldUse field, JsonObject value, bool isNested)
    {
        switch (field.Kind)
        {
            case "TextField" when value.Text("Text") is { Length: > 0 } text: html.Append("<p>").Append(Encoded(text)).Append("</p>"); break;
            case "HtmlField": Html(value.Text("Html")); break;
            case "MarkdownField": Marked(value.Text("Markdown")); break;
            case "LinkField": Link(value); break;
            // An item's own picture stands above its text.
            case "MediaField" when isNested || field.Name != "Image": Pictures(value); break;
        }
    }

    private void Html(string? text) => html.Append(SafeHtml.Clean(text ?? "", demote: 1));

    // Markdown writes the tilde as %7E.
    private void Marked(string? text) => html.Append(Markdown.ToHtml(text ?? "").Replace("=\"%7E/", "=\"~/", StringComparison.Ordinal));

    private void Link(JsonObject value)
    {
        if (SafeAddress.ForLink(value.Text("Url") ?? "") is { } address)
            html.Append("<p><a href=\"").Append(Encoded(address)).Append("\">").Append(Encoded(value.Text("Text") is { Length: > 0 } text ? text : address)).Append("</a></p>");
    }

    private void Pictures(JsonObject value)
    {
        var texts = value.Find("MediaTexts") as JsonArray;
        foreach (var (number, path) in (value.Find("Paths") as JsonArray ?? []).Select(p => $"{p}").Index().Where(p => p.Item.Length > 0))
            html.Append("<p><img src=\"~/media/").Append(Encoded(MediaAddress(path))).Append("\" alt=\"").Append(Encoded($"{texts?.ElementAtOrDefault(number)}")).Append("\"></p>");
    }

    internal static string MediaAddress(string path) => string.Join('/', path.TrimStart('/').Split('/').Select(Uri.EscapeDataString));

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
