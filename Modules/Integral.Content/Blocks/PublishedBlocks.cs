using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Fields;
using Integral.Content.Rendering;
using Integral.Platform.Recipes;

namespace Integral.Content.Blocks;

/// <summary>Blocks as they are kept for visitors: their own fields, Markdown as clean HTML, and what no view knows as clean HTML in whole.</summary>
internal static class PublishedBlocks
{
    /// <param name="book">Of the tenant.</param>
    /// <param name="type">Of the item.</param>
    /// <param name="data">Of the item.</param>
    /// <param name="html">Writes a block that no view knows.</param>
    /// <exception cref="ArgumentException">A text is too large to be shown.</exception>
    public static string? Of(TypeBook book, TypeShape type, JsonObject data, Func<JsonObject, string> html)
    {
        if (!BlockTypes.AreIn(type, data)) return null;
        return In(book, type, data, html).ToJsonString(Json.Options);
    }

    /// <summary>Without those that show what there is in the own institution.</summary>
    public static string? ForBelow(string? blocks)
    {
        if (blocks is null || JsonNode.Parse(blocks) is not JsonArray array) return null;
        var kept = array.OfType<JsonObject>().Where(b => !BlockTypes.OfTheSite.Contains(b.Text("Type") ?? "")).ToList();
        return kept.Count == 0 ? null : new JsonArray([.. kept.Select(b => b.DeepClone())]).ToJsonString(Json.Options);
    }

    private static JsonArray In(TypeBook book, TypeShape type, JsonObject data, Func<JsonObject, string> html)
    {
        var shown = new JsonArray();
        foreach (var block in type.Parts.Where(BlockTypes.IsBag).SelectMany(p => BlockPlace.Blocks(data, p.Name)))
            if (book.Type(BlockPlace.TypeOf(block)) is { } own) shown.Add((JsonNode)(IsWithin(type) || BlockTypes.Has(own.Name) ? Shown(book, own, block, html) : new JsonObject { ["Type"] = own.Name, ["Html"] = html(block) }));
        return shown;
    }

    // What stands in a block is shown by the block's view.
    private static bool IsWithin(TypeShape type) => BlockTypes.Has(type.Name);

    private static JsonObject Shown(TypeBook book, TypeShape type, JsonObject block, Func<JsonObject, string> html)
    {
        var shown = new JsonObject { ["Type"] = type.Name };
        foreach (var field in type.Parts.SelectMany(p => book.FieldsOf(p.Part)).DistinctBy(f => f.Name))
        {
            if ((block[type.Name] as JsonObject)?[field.Name] is not JsonObject value || field.Kind.IsEmpty(value)) continue;
            shown[field.Name] = Shown(field.Kind, value);
        }
        if (In(book, type, block, html) is { Count: > 0 } within) shown["Blocks"] = within;
        return shown;
    }

    // Whatever is called Html from here on is clean: views show it as it is. What somebody else's value says under that name isn't.
    private static JsonObject Shown(FieldKind kind, JsonObject value)
    {
        if (kind is MarkdownKind) return new() { ["Html"] = Markdown.ToHtml(value.Text("Markdown")!).Replace("=\"%7E/", "=\"~/", StringComparison.Ordinal) };
        var kept = value.DeepClone().AsObject();
        foreach (var name in kept.Select(p => p.Key).Where(k => k.Equals("Html", StringComparison.OrdinalIgnoreCase)).ToList()) kept.Remove(name);
        if (kind is HtmlKind) kept["Html"] = SafeHtml.Clean(value.Text("Html")!, demote: 1);
        return kept;
    }
}
