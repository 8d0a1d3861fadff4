using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Platform.Recipes;

namespace Integral.Content.Publishing;

/// <summary>The values of an item's fields by which it can be found. Long texts aren't among them: those are for the search.</summary>
internal sealed class FieldIndex(TypeBook book)
{
    public IEnumerable<ContentField> Of(TypeShape type, JsonObject data) =>
        from use in type.Parts
        where data[use.Name] is JsonObject
        let part = (JsonObject)data[use.Name]!
        from row in use.Part == Known.Alias ? Text(use.Name, "Alias", part["Alias"]) : Fields(use, part)
        select row;

    private IEnumerable<ContentField> Fields(PartUse use, JsonObject part) =>
        from field in book.FieldsOf(use.Part)
        where part[field.Name] is JsonObject
        from row in Rows(use.Name, field, (JsonObject)part[field.Name]!)
        select row;

    private static IEnumerable<ContentField> Rows(string part, FieldUse field, JsonObject value) => field.Kind switch
    {
        "TextField" => Text(part, field.Name, value.Find("Text")),
        "LinkField" => Text(part, field.Name, value.Find("Url")),
        "MediaField" => Texts(part, field.Name, value, "Paths"),
        "ContentPickerField" => Texts(part, field.Name, value, "ContentItemIds"),
        "TaxonomyField" => Texts(part, field.Name, value, "TermContentItemIds"),
        "LocalizationSetContentPickerField" => Texts(part, field.Name, value, "LocalizationSets"),
        "BooleanField" => [new() { Part = part, Field = field.Name, Flag = value.Flag("Value") }],
        "NumericField" => Number(value) is { } number ? [new() { Part = part, Field = field.Name, Number = number }] : [],
        "DateField" or "DateTimeField" => Moment(value) is { } moment ? [new() { Part = part, Field = field.Name, Moment = moment }] : [],
        _ => [],
    };

    private static IEnumerable<ContentField> Text(string part, string field, JsonNode? value) =>
        value?.ToString() is { Length: > 0 } text ? [new() { Part = part, Field = field, Text = text.Length <= ContentField.LongestText ? text : text[..ContentField.LongestText] }] : [];

    private static IEnumerable<ContentField> Texts(string part, string field, JsonObject value, string list) =>
        (value.Find(list) as JsonArray ?? []).SelectMany(text => Text(part, field, text));

    private static double? Number(JsonObject value) =>
        double.TryParse(value.Text("Value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static DateTime? Moment(JsonObject value) =>
        DateTime.TryParse(value.Text("Value"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
