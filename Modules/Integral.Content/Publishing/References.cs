using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Platform.Recipes;

namespace Integral.Content.Publishing;

/// <summary>What an item names, with the items inside it: in fields, in texts, as the list it is in.</summary>
internal static class References
{
    public static IReadOnlySet<FieldReference> Of(TypeBook book, TypeShape type, JsonObject data)
    {
        var named = new HashSet<FieldReference>();
        Collect(book, type, data, named);
        if ((data[Known.Contained] as JsonObject)?.Text("ListContentItemId") is { Length: > 0 } list) named.Add(new(Referred.Item, list));
        named.RemoveWhere(r => r.Target.Length is 0 or > FieldReference.Longest);
        return named;
    }

    private static void Collect(TypeBook book, TypeShape type, JsonObject data, HashSet<FieldReference> named)
    {
        foreach (var use in type.Parts)
        {
            if (data[use.Name] is not JsonObject part) continue;
            if (Known.HoldsItems(use.Part)) Nested(book, part, Known.ItemsOf(use.Part), named);
            else if (PartFields.Of(use.Part) is { } ours) named.UnionWith(ours.Kind.References(part));
            else foreach (var field in book.FieldsOf(use.Part))
                if (part[field.Name] is JsonObject value) named.UnionWith(field.Kind.References(value));
        }
    }

    private static void Nested(TypeBook book, JsonObject part, string list, HashSet<FieldReference> named)
    {
        foreach (var item in (part.Find(list) as JsonArray ?? []).OfType<JsonObject>())
            if (book.Type(item.Text("ContentType") ?? "") is { } type) Collect(book, type, item, named);
    }
}
