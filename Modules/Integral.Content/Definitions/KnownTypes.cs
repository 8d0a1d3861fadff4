using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Fields;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Recipes;

namespace Integral.Content.Definitions;

/// <summary>Types and described parts of a tenant as they are stored, by name.</summary>
internal sealed record KnownTypes(Dictionary<string, ContentType> Types, Dictionary<string, ContentPart> Parts)
{
    public TypeBook Book(FieldKinds kinds, TermsToday? terms = null) => new(kinds, Types.Values, Parts.Values, terms);

    /// <param name="name">Of the type.</param>
    /// <param name="kinds">Of fields.</param>
    /// <param name="items">How many there are of it.</param>
    /// <exception cref="NotFoundException">There is no such type.</exception>
    public DescribedType Describe(string name, FieldKinds kinds, int items)
    {
        if (!Types.TryGetValue(name, out var type) || Book(kinds) is not { } book || book.Type(name) is not { } shape) throw new NotFoundException();
        var part = Parts.GetValueOrDefault(name);
        var said = new WantedType(shape.Title)
        {
            Description = shape.Hint, Folder = shape.Folder, ListTitle = shape.ListTitle == shape.Title ? null : shape.ListTitle, IsCreatable = shape.IsCreatable,
            Parts = [.. PartWords.Offered.Where(p => shape.Has(p.Part)).Select(p => p.Part)],
            Contained = [.. shape.Parts.Where(p => p.Part == Known.List).SelectMany(p => p.Contained).Distinct()],
            Rights = shape.Rights,
            Fields = [.. book.FieldsOf(name).Select(Said)],
        };
        return new(type.Name, said, $"{type.Version}.{part?.Version ?? 0}")
        {
            OtherParts = [.. shape.Parts.Where(p => !IsSpokenOf(p.Part, name)).Select(p => p.Title)],
            Removed = part is null ? [] : [.. TypeBook.RemovedFrom(part, kinds).Select(Said)],
            Items = items,
        };
    }

    /// <summary>Another type has this one's part of fields.</summary>
    public bool IsUsedElsewhere(string part) => Types.Values.Any(t => !t.Name.Equals(part, StringComparison.OrdinalIgnoreCase)
        && (DefinitionJson.Read(t.Definition).Find(DefinitionJson.PartRecords) as JsonArray ?? []).OfType<JsonObject>().Any(r => part.Equals(r.Text("PartName"), StringComparison.OrdinalIgnoreCase)));

    private static bool IsSpokenOf(string part, string name) =>
        part.Equals(name, StringComparison.OrdinalIgnoreCase) || part == "CommonPart" || PartWords.Always.Any(a => a.Part == part) || PartWords.Offered.Any(p => p.Part == part);

    private static WantedField Said(FieldUse field) => new(field.Name, field.Title, field.Kind.Name, field.Kind.Editor)
    {
        Hint = field.Hint, IsRequired = field.IsRequired, IsFact = field.IsFact,
        Options = new(field.Kind.Options.Where(o => field.Settings.Find(o.Name) is not null).Select(o => KeyValuePair.Create<string, JsonNode?>(o.Name, field.Settings.Find(o.Name)!.DeepClone()))),
    };
}
