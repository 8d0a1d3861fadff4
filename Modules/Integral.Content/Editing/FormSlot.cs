using System.Text.Json.Nodes;
using Integral.Content.Contracts;

namespace Integral.Content.Editing;

/// <summary>A field in the form of an item.</summary>
/// <param name="Place">In the item itself, or in one of its blocks.</param>
/// <param name="Part">Name of the part's use.</param>
/// <param name="Field">What is asked for.</param>
internal sealed record FormSlot(BlockPlace Place, string Part, FieldUse Field)
{
    /// <summary>Of the names of its controls; also how differences between versions name it.</summary>
    public string Key => Field.Name.Length == 0 ? $"{Place.Key}.{Part}" : $"{Place.Key}.{Part}.{Field.Name}";

    /// <summary>What the block that it stands in is called; null in the item itself.</summary>
    public string? Block { get; init; }

    /// <summary>Where its value stands in an item's data; made there if need be. Of a block that isn't there, nowhere.</summary>
    public JsonObject In(JsonObject data)
    {
        var part = Under(Place.In(data) ?? [], Part);
        return Field.Name.Length == 0 ? part : Under(part, Field.Name);
    }

    /// <summary>A copy of its value.</summary>
    public JsonObject Value(JsonObject data)
    {
        var part = Place.In(data)?[Part] as JsonObject;
        return (Field.Name.Length == 0 ? part : part?[Field.Name] as JsonObject)?.DeepClone().AsObject() ?? [];
    }

    /// <summary>Its value as text, for comparing and for the history.</summary>
    public string Plain(JsonObject data) => Value(data) is var value && Field.Kind.IsEmpty(value) ? "" : Field.Kind.Plain(value);

    /// <summary>Its value as people read it.</summary>
    public string Told(JsonObject data) => Value(data) is var value && Field.Kind.IsEmpty(value) ? "" : Field.Kind.Told(Field, value);

    public void Put(JsonObject data, JsonObject value)
    {
        var there = In(data);
        foreach (var (name, part) in value) there[name] = part?.DeepClone();
    }

    /// <summary>In the reader's words where there are any: those of delivered types are translated, anybody else's stay as they are.</summary>
    public FieldUse In(Texts texts) => Field with { Title = texts[Field.Title], Hint = Field.Hint is null ? null : texts[Field.Hint] };

    /// <summary>What it is called, with the block that it stands in.</summary>
    public string TitleIn(Texts texts) => Block is null ? texts[Field.Title] : $"{texts[Block]}: {texts[Field.Title]}";

    private static JsonObject Under(JsonObject of, string name)
    {
        if (of[name] is JsonObject there) return there;
        var made = new JsonObject();
        of[name] = made;
        return made;
    }
}
