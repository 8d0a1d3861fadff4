using System.Text.Json.Nodes;
using System.Text.Json;
using Integral.Content.Contracts;
using Integral.Content.Fields;

namespace Integral.Content.Definitions;

/// <summary>What can be said of a type; every rule's field is named as in <see cref="WantedType"/>.</summary>
/// <param name="kinds">Of fields.</param>
/// <param name="types">Names of all types.</param>
/// <param name="books">Codes and ids of all reference books.</param>
internal sealed class TypeRules(FieldKinds kinds, IReadOnlySet<string> types, IReadOnlySet<string> books)
{
    private const int LongestOption = 500;

    /// <summary>The same without spaces around it, with an address as it is written and with names for the new fields.</summary>
    /// <param name="wanted">As somebody said it.</param>
    /// <param name="known">The fields that are there.</param>
    /// <param name="removed">The fields that were.</param>
    /// <param name="hasItems">Something has been written in them.</param>
    /// <exception cref="RuleException">It can't be said so.</exception>
    public WantedType Checked(WantedType wanted, IReadOnlyList<WantedField> known, IReadOnlyList<WantedField> removed, bool hasItems)
    {
        var title = wanted.Title.Trim();
        Rule.Require(title.Length is > 0 and <= WantedType.LongestTitle, T.Say("A title has from 1 to {0} characters.", WantedType.LongestTitle), "Title");
        Rule.Require(wanted.Description is not { Length: > WantedType.LongestText }, T.Say("At most {0} characters.", WantedType.LongestText), "Description");
        Rule.Require(wanted.ListTitle is not { Length: > WantedType.LongestTitle }, T.Say("At most {0} characters.", WantedType.LongestTitle), "ListTitle");
        foreach (var part in wanted.Parts) Rule.Require(PartWords.Offered.Any(p => p.Part == part), T.Say("There is no part '{0}' here.", part), "Parts");
        foreach (var type in wanted.Contained) Rule.Require(types.Contains(type), T.Say("There is no content type '{0}' here.", type), "Contained");
        Rule.Require(!wanted.Parts.Contains(Known.List) || wanted.Contained.Count > 0, "Choose what stands in its list.", "Contained");
        Rule.Require(wanted.Fields.Count <= WantedType.MostFields, T.Say("A kind of page has at most {0} fields.", WantedType.MostFields), "Fields");
        return wanted with { Title = title, Description = Said(wanted.Description), ListTitle = Said(wanted.ListTitle), Folder = Folder(wanted.Folder), Fields = [.. Named(wanted.Fields, known, removed, hasItems)] };
    }

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private static string? Folder(string? said)
    {
        var folder = Said(said)?.Trim('/').ToLowerInvariant();
        Rule.Require(folder is null || folder.Length is > 0 and <= WantedType.LongestFolder && folder.All(c => char.IsLetterOrDigit(c) || c == '-') && folder[0] != '-' && folder[^1] != '-',
            T.Say("'{0}' can't be the address of a list: letters, digits and hyphens between them make one, at most {1}.", $"{said}", WantedType.LongestFolder), "Folder");
        return folder;
    }

    private IEnumerable<WantedField> Named(IReadOnlyList<WantedField> wanted, IReadOnlyList<WantedField> known, IReadOnlyList<WantedField> removed, bool hasItems)
    {
        var names = wanted.Select(f => f.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var titles = new HashSet<string>(StringComparer.CurrentCultureIgnoreCase);
        foreach (var (number, field) in wanted.Index())
        {
            var place = $"Fields[{number}]";
            var said = Checked(field, place);
            Rule.Require(titles.Add(said.Title), T.Say("There are two fields '{0}'. Call one of them something else.", said.Title), $"{place}.Title");
            if (said.Name is null) said = said with { Name = NewName(said, names, known, removed, hasItems) };
            else RequireKnown(said, wanted, known, removed, hasItems, place);
            names.Add(said.Name!);
            yield return said;
        }
    }

    private WantedField Checked(WantedField field, string place)
    {
        var title = field.Title.Trim();
        Rule.Require(title.Length is > 0 and <= WantedType.LongestTitle, T.Say("A field needs a name of at most {0} characters.", WantedType.LongestTitle), $"{place}.Title");
        Rule.Require(field.Hint is not { Length: > WantedType.LongestText }, T.Say("At most {0} characters.", WantedType.LongestText), $"{place}.Hint");
        var kind = kinds.Find(field.Kind, field.Editor);
        Rule.Require(kind is not null && kind.Editor.Equals(field.Editor, StringComparison.OrdinalIgnoreCase), T.Say("There is no kind of field '{0}' here.", $"{field.Kind} {field.Editor}".Trim()), $"{place}.Kind");
        return field with { Title = title, Hint = Said(field.Hint), Kind = kind.Name, Editor = kind.Editor, Options = Options(kind, field.Options, $"{place}.Options") };
    }

    private JsonObject Options(FieldKind kind, JsonObject said, string place)
    {
        var options = new JsonObject();
        foreach (var (name, value) in said)
        {
            var option = kind.Options.FirstOrDefault(o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            Rule.Require(option is not null, T.Say("Nothing is known here of '{0}' in a field of the kind '{1}'.", name, kind.Title), place);
            options[option.Name] = Option(option, value, place);
        }
        foreach (var option in kind.Options.Where(o => o.Kind == "book")) Rule.Require(options[option.Name] is not null, "Choose the reference book from which authors choose.", place);
        Rule.Require(Number(options, "Minimum") is not { } least || Number(options, "Maximum") is not { } most || least <= most, "The least is larger than the most.", place);
        return options;
    }

    private JsonNode? Option(FieldOption option, JsonNode? value, string place)
    {
        var isGood = (option.Kind, value) switch
        {
            (_, null) => true,
            ("number", JsonValue number) => number.GetValueKind() == JsonValueKind.Number,
            ("checkbox", JsonValue flag) => flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            ("types", JsonArray names) => names.All(n => n is JsonValue && n.GetValueKind() == JsonValueKind.String && types.Contains($"{n}")),
            ("book", JsonValue book) => book.GetValueKind() == JsonValueKind.String && books.Contains($"{book}"),
            ("text", JsonValue text) => text.GetValueKind() == JsonValueKind.String && $"{text}".Length <= LongestOption,
            _ => false,
        };
        Rule.Require(isGood, T.Say("'{0}' can't be said for '{1}'.", value is JsonArray or JsonObject ? value.ToJsonString() : $"{value}", option.Title), place);
        return value?.DeepClone();
    }

    private static double? Number(JsonObject options, string name) => options[name] is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    private static void RequireKnown(WantedField said, IReadOnlyList<WantedField> wanted, IReadOnlyList<WantedField> known, IReadOnlyList<WantedField> removed, bool hasItems, string place)
    {
        Rule.Require(wanted.Count(f => said.Name!.Equals(f.Name, StringComparison.OrdinalIgnoreCase)) == 1, T.Say("The field '{0}' is named twice.", said.Name!), $"{place}.Name");
        var before = Called(known, said.Name!) ?? Called(removed, said.Name!);
        Rule.Require(before is not null, T.Say("There is no field '{0}' here. The name of a new one is made of its title: leave it out.", said.Name!), $"{place}.Name");
        Rule.Require(!hasItems || before.Kind == said.Kind, T.Say("What is written in '{0}' already couldn't be read any more. Add another field instead.", before.Title), $"{place}.Kind");
    }

    // Who adds a field that was removed gets its values back; of another kind they couldn't be read.
    private static string NewName(WantedField field, HashSet<string> names, IReadOnlyList<WantedField> known, IReadOnlyList<WantedField> removed, bool hasItems) =>
        TypeNames.Free(field.Title, "Field", name => names.Contains(name) || Called(known, name) is not null || hasItems && Called(removed, name) is { } before && before.Kind != field.Kind);

    private static WantedField? Called(IReadOnlyList<WantedField> fields, string name) => fields.FirstOrDefault(f => name.Equals(f.Name, StringComparison.OrdinalIgnoreCase));
}
