using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Content.Rendering;
using Integral.Platform.Recipes;

namespace Integral.Content.Publishing;

/// <summary>Makes of what was written what visitors see.</summary>
internal sealed class Publisher(TypeBook book)
{
    private const int SummaryLength = 240;

    /// <exception cref="RuleException">It can't be shown.</exception>
    public Publication Prepare(TypeShape type, JsonObject data, string title, string? slug)
    {
        try
        {
            var body = new BodyWriter(book).Write(type, data);
            var own = data[type.Name] as JsonObject;
            return new(title)
            {
                Slug = slug,
                BodyHtml = body,
                // The front page's text stands right below its summary: made of the same words it would only repeat them.
                Summary = Said(own, "Summary") ?? Said(own, "Subtitle") ?? (slug == "" ? "" : Markdown.HtmlToText(body, SummaryLength)),
                ImagePath = (own?["Image"] as JsonObject)?["Paths"] is JsonArray { Count: > 0 } paths && $"{paths[0]}" is { Length: > 0 and <= 300 } path ? path : null,
                IsList = type.Has(Known.List),
                ListId = (data[Known.Contained] as JsonObject)?.Text("ListContentItemId") is { Length: UniqueId.Length } list ? list : null,
                Fields = [.. new FieldIndex(book).Of(type, data)],
            };
        }
        catch (ArgumentException large) when (large.ParamName is "html" or "markdown" or "data")
        {
            throw new RuleException("The text is too large to be shown.");
        }
    }

    private static string? Said(JsonObject? own, string field) =>
        (own?[field] as JsonObject)?.Text("Text") is { Length: > 0 } text ? text.Length <= 1000 ? text : text[..1000] : null;
}
