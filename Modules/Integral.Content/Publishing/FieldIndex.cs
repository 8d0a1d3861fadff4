using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Fields;

namespace Integral.Content.Publishing;

/// <summary>The values of an item's fields by which it can be found. Long texts aren't among them: those are for the search.</summary>
internal sealed class FieldIndex(TypeBook book)
{
    public IEnumerable<ContentField> Of(TypeShape type, JsonObject data) =>
        from use in type.Parts
        where data[use.Name] is JsonObject
        let part = (JsonObject)data[use.Name]!
        from row in use.Part == Known.Alias ? Rows(use.Name, "Alias", TextKind.Key(part["Alias"]?.ToString())) : Fields(use, part)
        select row;

    private IEnumerable<ContentField> Fields(PartUse use, JsonObject part) =>
        from field in book.FieldsOf(use.Part)
        where part[field.Name] is JsonObject
        from row in Rows(use.Name, field.Name, field.Kind.Keys((JsonObject)part[field.Name]!))
        select row;

    private static IEnumerable<ContentField> Rows(string part, string field, IEnumerable<FieldKey> keys) =>
        keys.Select(k => new ContentField { Part = part, Field = field, Text = k.Text, Number = k.Number, Moment = k.Moment, Flag = k.Flag });
}
