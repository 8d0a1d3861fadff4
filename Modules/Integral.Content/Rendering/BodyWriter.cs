using System.Text.Json.Nodes;
using Integral.Content.Blocks;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Platform.Recipes;

namespace Integral.Content.Rendering;

/// <summary>
/// An item's parts as HTML, in the order its type gives them, with the items inside flows and bags. Every text goes through
/// <see cref="SafeHtml"/> or is encoded; addresses within the site begin with ~/ and are completed when the page is shown.
/// </summary>
internal sealed class BodyWriter(TypeBook book, Func<string, string> words, TimeZoneInfo zone, string culture)
{
    // Shown elsewhere on the page, or not meant for the eye: Orchard's themes keep names of icons in such fields.
    private static readonly HashSet<string> NotInTheBody = ["Summary", "Subtitle", "Icon", "IconClass"];

    private readonly PageText page = new(words, zone, culture);

    // Its blocks are shown by views of their own and aren't part of the text.
    private bool hasViews;

    public string Write(TypeShape type, JsonObject data)
    {
        hasViews = BlockTypes.AreIn(type, data);
        Parts(type, data);
        return Written(data);
    }

    /// <summary>One block, with its title.</summary>
    public string Write(JsonObject block)
    {
        page.IsNested = true;
        Item(block);
        return Written(block);
    }

    private string Written(JsonObject data)
    {
        if (page.Length > SafeHtml.MostCharacters) throw new ArgumentException("The text is too large to be shown.", nameof(data));
        return page.ToString();
    }

    private void Parts(TypeShape type, JsonObject data)
    {
        foreach (var use in type.Parts)
        {
            if (data[use.Name] is JsonObject part) Part(use, part);
        }
    }

    private void Part(PartUse use, JsonObject part)
    {
        switch (use.Part)
        {
            case Known.Html: page.Html(part.Text("Html") ?? ""); break;
            case Known.Markdown: page.Markdown(part.Text("Markdown") ?? ""); break;
            case Known.Flow or Known.Bag when hasViews && !page.IsNested: break;
            case Known.Flow: Items(part, "Widgets"); break;
            case Known.Bag: Bag(use, part); break;
            default:
                foreach (var field in book.FieldsOf(use.Part))
                    if (part[field.Name] is JsonObject value && IsInTheBody(field) && !field.Kind.IsEmpty(value)) field.Kind.Show(field, value, page);
                break;
        }
    }

    // An item's own picture stands above its text.
    private bool IsInTheBody(FieldUse field) => !NotInTheBody.Contains(field.Name) && (page.IsNested || field is not { Name: "Image", Kind: PictureKind });

    private void Bag(PartUse use, JsonObject part)
    {
        if (part.Find("ContentItems") is not JsonArray { Count: > 0 }) return;
        if (use.Title != Known.Bag) page.Heading(2, words(use.Title));
        Items(part, "ContentItems");
    }

    private void Items(JsonObject part, string list)
    {
        var isNested = page.IsNested;
        page.IsNested = true;
        foreach (var item in (part.Find(list) as JsonArray ?? []).OfType<JsonObject>()) Item(item);
        page.IsNested = isNested;
    }

    private void Item(JsonObject item)
    {
        if (book.Type(item.Text("ContentType") ?? "") is not { } type) return;
        if (type.Has(Known.Title) && (item[Known.Title] as JsonObject)?.Text("Title") is { Length: > 0 } title) page.Heading(3, title);
        Parts(type, item);
    }

    internal static string MediaAddress(string path) => string.Join('/', path.TrimStart('/').Split('/').Select(Uri.EscapeDataString));
}
