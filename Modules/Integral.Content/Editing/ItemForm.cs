using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Editing;

/// <summary>A field in the form of a content type.</summary>
/// <param name="Part">Name of the part's use.</param>
/// <param name="Field">What is asked for.</param>
internal sealed record FormSlot(string Part, FieldUse Field)
{
    /// <summary>Of the names of its controls; also how differences between versions name it.</summary>
    public string Key => Field.Name.Length == 0 ? $"Item.{Part}" : $"Item.{Part}.{Field.Name}";

    /// <summary>Where its value stands in an item's data; made there if need be.</summary>
    public JsonObject In(JsonObject data)
    {
        var part = Under(data, Part);
        return Field.Name.Length == 0 ? part : Under(part, Field.Name);
    }

    /// <summary>A copy of its value.</summary>
    public JsonObject Value(JsonObject data) => In(data.DeepClone().AsObject()).DeepClone().AsObject();

    /// <summary>Its value as text, for comparing and for the history.</summary>
    public string Plain(JsonObject data) => Value(data) is var value && Field.Kind.IsEmpty(value) ? "" : Field.Kind.Plain(value);

    public void Put(JsonObject data, JsonObject value)
    {
        var there = In(data);
        foreach (var (name, part) in value) there[name] = part?.DeepClone();
    }

    /// <summary>In the reader's words where there are any: those of delivered types are translated, anybody else's stay as they are.</summary>
    public FieldUse In(Texts texts) => Field with { Title = texts[Field.Title], Hint = Field.Hint is null ? null : texts[Field.Hint] };

    private static JsonObject Under(JsonObject of, string name)
    {
        if (of[name] is JsonObject there) return there;
        var made = new JsonObject();
        of[name] = made;
        return made;
    }
}

/// <summary>The form of a content type: what it asks, and what of an answer can be kept. What the type no longer has stays in the data.</summary>
internal sealed class ItemForm(TypeBook book, TypeShape type)
{
    public TypeBook Book => book;
    public IReadOnlyList<FormSlot> Slots { get; } =
    [
        .. type.Parts.SelectMany(use => PartFields.Of(use.Part) is { } ours ? [new FormSlot(use.Name, ours)] : book.FieldsOf(use.Part).Select(f => new FormSlot(use.Name, f))),
    ];

    /// <summary>Content types of which items may be chosen in it.</summary>
    public IReadOnlyList<string> Chosen => [.. Slots.SelectMany(s => s.Field.Texts(PickerKind.Types.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether a control of this name belongs to it.</summary>
    public bool Asks(string control) => Slots.Any(s => control.StartsWith($"{s.Key}.", StringComparison.Ordinal));

    public IReadOnlyList<FieldInput> Ask(JsonObject data, Texts texts, TimeZoneInfo zone, IReadOnlyDictionary<string, IReadOnlyList<SelectListItem>> choices) =>
        [.. Slots.SelectMany(s => s.Field.Kind.Ask(s.In(texts), s.In(data), new(s.Key, texts, zone, choices)))];

    /// <summary>Puts answers into the data.</summary>
    /// <param name="data">What is asked for here is overwritten.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="zone">Of the times that were typed.</param>
    /// <param name="sent">Paths in the media folder of the files that were sent along, by the names of their controls.</param>
    public void Take(JsonObject data, IFormCollection form, TimeZoneInfo zone, IReadOnlyDictionary<string, string> sent)
    {
        foreach (var slot in Slots) slot.Field.Kind.Take(slot.Field, slot.In(data), new(form, slot.Key, zone, sent));
    }

    /// <summary>What keeps the data from being kept, or with <paramref name="isPublished"/> from being published.</summary>
    /// <returns>By slot.</returns>
    public IEnumerable<(FormSlot Slot, Sentence What)> Faults(JsonObject data, bool isPublished)
    {
        foreach (var slot in Slots)
        {
            var (kind, value) = (slot.Field.Kind, slot.In(data));
            if (!kind.IsEmpty(value))
            {
                if (kind.Fault(slot.Field, value) is { } fault) yield return (slot, fault);
            }
            else if (slot.Field.IsRequired && (isPublished || slot.Part == Known.Title)) yield return (slot, T.Say("Fill this in."));
        }
    }
}
