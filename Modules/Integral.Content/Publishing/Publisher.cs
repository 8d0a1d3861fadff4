using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Blocks;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Content.Menus;
using Integral.Content.Rendering;
using Integral.Content.Tree;
using Integral.Platform.Recipes;

namespace Integral.Content.Publishing;

/// <summary>Makes of what was written what visitors see.</summary>
/// <param name="book">Of the tenant.</param>
/// <param name="words">Says the titles of delivered types in a language of two letters.</param>
/// <param name="zone">The tenant's clock.</param>
internal sealed class Publisher(TypeBook book, Func<string, string, string> words, TimeZoneInfo zone)
{
    private const int SummaryLength = 240;

    /// <summary>Titles of types and fields that recipes deliver are sources of translations.</summary>
    public static Func<string, string, string> Words(Texts texts) => (title, culture) => texts.Say(new Sentence(title), CultureInfo.GetCultureInfo(culture));

    /// <exception cref="RuleException">It can't be shown.</exception>
    public Publication Prepare(TypeShape type, JsonObject data, string title, string culture, string? slug)
    {
        try
        {
            var body = new BodyWriter(book, word => words(word, culture), zone, culture).Write(type, data);
            var own = data[type.Name] as JsonObject;
            return new(title)
            {
                Slug = slug,
                BodyHtml = body,
                Until = WindowKind.UntilOf(data[Known.Window] as JsonObject),
                Blocks = WrittenMenu.Of(type, data) ?? PublishedBlocks.Of(book, type, data, item => new BodyWriter(book, word => words(word, culture), zone, culture).Write(item)),
                // The front page's text stands right below its summary: made of the same words it would only repeat them.
                Summary = Text(data, Known.Summary, "Summary", ContentItem.LongestSummary) ?? Said(own, "Summary") ?? Said(own, "Subtitle") ?? (slug == "" ? "" : Markdown.HtmlToText(body, SummaryLength)),
                ImagePath = (own?["Image"] as JsonObject)?["Paths"] is JsonArray { Count: > 0 } paths && $"{paths[0]}" is { Length: > 0 and <= 300 } path ? path : null,
                SeoTitle = Text(data, Known.Seo, SearchEngineKind.PageTitle, ContentItem.LongestSeoTitle),
                SeoDescription = Text(data, Known.Seo, SearchEngineKind.Description, ContentItem.LongestSeoDescription),
                IsList = type.Has(Known.List),
                ListId = (data[Known.Contained] as JsonObject)?.Text("ListContentItemId") is { Length: UniqueId.Length } list ? list : null,
                ParentId = ParentKind.ParentOf(data[Known.Tree] as JsonObject),
                Position = ParentKind.PlaceOf(data[Known.Tree] as JsonObject),
                Fields = [.. new FieldIndex(book).Of(type, data)],
                References = Named(type, data),
            };
        }
        catch (ArgumentException large) when (large.ParamName is "html" or "markdown" or "data")
        {
            throw new RuleException("The text is too large to be shown.");
        }
    }

    /// <summary>What an item's data name.</summary>
    public IReadOnlySet<FieldReference> Named(TypeShape type, JsonObject data) => References.Of(book, type, data);

    private static string? Said(JsonObject? own, string field) => Cut((own?[field] as JsonObject)?.Text("Text"), ContentItem.LongestSummary);
    private static string? Text(JsonObject data, string part, string name, int most) => Cut((data[part] as JsonObject)?.Text(name), most);
    private static string? Cut(string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : text.Length <= most ? text : text[..most];
}
