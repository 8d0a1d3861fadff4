using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Content.Types;

/// <summary>A type as it stands in the form. Titles that recipes deliver are read in one's own language and stay what they were unless somebody changes them.</summary>
internal sealed class TypeForm
{
    [Display(Name = "Title", Description = "In the singular, as in “New: vacancy”."), Required, StringLength(WantedType.LongestTitle)] public string? Title { get; set; }
    [Display(Name = "What it is for", Description = "A sentence for those who choose what to write."), StringLength(WantedType.LongestText)] public string? Description { get; set; }
    [Display(Name = "Address of its list", Description = "Such as vacancies. Visitors find all of them there; without one each stands by itself."), StringLength(WantedType.LongestFolder)] public string? Folder { get; set; }
    [Display(Name = "Title of the list", Description = "In the plural: “Vacancies”. Left empty, it is the title."), StringLength(WantedType.LongestTitle)] public string? ListTitle { get; set; }
    [Display(Name = "Can be written by itself", Description = "Otherwise it only stands within other pages.")] public bool IsCreatable { get; set; } = true;
    [Display(Name = "What it has besides its title")] public List<string> Parts { get; set; } = [Known.Markdown, Known.Route];
    [Display(Name = "What stands in its list", Description = "Only where it has a list of its own.")] public List<string> Contained { get; set; } = [];
    public List<TypeFieldForm> Fields { get; set; } = [];

    /// <summary>What roles may do, by their names: a <see cref="TypeRight"/> as a number, nothing where their permissions say it.</summary>
    public Dictionary<string, string?> Rights { get; set; } = [];

    /// <summary>The version that was opened.</summary>
    [StringLength(40)] public string? Version { get; set; }

    public static TypeForm Of(DescribedType type, Texts texts) => new()
    {
        Title = texts[type.Said.Title], Description = In(texts, type.Said.Description), Folder = type.Said.Folder, ListTitle = In(texts, type.Said.ListTitle), IsCreatable = type.Said.IsCreatable, Parts = [.. type.Said.Parts], Contained = [.. type.Said.Contained],
        Rights = (type.Said.Rights ?? TypeRights.Nothing).ToDictionary(r => r.Key, r => (string?)NumberOf(r.Value)),
        Fields = [.. type.Said.Fields.Select((f, number) => TypeFieldForm.Of(f, number, texts))], Version = type.Version,
    };

    /// <summary>What was sent: the answers to what the kinds of the fields ask are no properties.</summary>
    public WantedType Wanted(DescribedType? before, FieldKinds kinds, Texts texts, IFormCollection sent)
    {
        foreach (var (number, field) in Fields.Index()) field.Take(kinds, sent, $"Form.Fields[{number}]");
        return Draft(before, kinds, texts);
    }

    /// <summary>What stands in the form.</summary>
    public WantedType Draft(DescribedType? before, FieldKinds kinds, Texts texts) => new(Kept(Title, before?.Said.Title, texts) ?? "")
    {
        Description = Kept(Description, before?.Said.Description, texts), Folder = Folder, ListTitle = Kept(ListTitle, before?.Said.ListTitle, texts), IsCreatable = IsCreatable, Parts = Parts, Contained = Parts.Contains(Known.List) ? Contained : [],
        Rights = Rights.Where(r => !string.IsNullOrEmpty(r.Value)).ToDictionary(r => r.Key, r => RightOf(r.Value!)),
        Fields = [.. Fields.Select(f => f.Wanted([.. before?.Said.Fields ?? [], .. before?.Removed ?? []], kinds, texts))],
    };

    /// <summary>As a control holds it.</summary>
    internal static string NumberOf(TypeRight rights) => ((int)rights).ToString(CultureInfo.InvariantCulture);

    // What isn't one of the choices is nobody's slip: it gives nothing.
    private static TypeRight RightOf(string number) => int.TryParse(number, CultureInfo.InvariantCulture, out var rights) ? (TypeRight)rights & (TypeRight.Write | TypeRight.Edit | TypeRight.Publish) : TypeRight.None;

    internal static string? In(Texts texts, string? said) => said is null ? null : texts[said];
    internal static string? Kept(string? said, string? before, Texts texts) => before is not null && said == texts[before] ? before : said;
}

internal sealed class TypeFieldForm
{
    private const char Between = ':';

    /// <summary>Of a field that is there or was; null of a new one.</summary>
    [StringLength(100)] public string? Name { get; set; }

    /// <summary>Tells it from the others while they are moved about.</summary>
    public int Key { get; set; }
    [Display(Name = "Name of the field"), Required, StringLength(WantedType.LongestTitle)] public string? Title { get; set; }
    [Display(Name = "What is written in it"), Required, StringLength(200)] public string? Kind { get; set; } = "TextField:";
    [Display(Name = "Hint", Description = "A sentence below the field for those who write."), StringLength(WantedType.LongestText)] public string? Hint { get; set; }
    [Display(Name = "Nothing is published without it")] public bool IsRequired { get; set; }
    [Display(Name = "Visitors see it, with its name before it")] public bool IsFact { get; set; }

    /// <summary>What its kind asks, as it was read or typed.</summary>
    internal JsonObject Options { get; private set; } = [];

    public static TypeFieldForm Of(WantedField field, int key, Texts texts) => new()
    {
        Name = field.Name, Key = key, Title = texts[field.Title], Kind = KeyOf(field.Kind, field.Editor), Hint = TypeForm.In(texts, field.Hint), IsRequired = field.IsRequired, IsFact = field.IsFact, Options = field.Options,
    };

    public static string KeyOf(string kind, string editor) => $"{kind}{Between}{editor}";

    public FieldKind? KindOf(FieldKinds kinds) => Kind?.Split(Between) is [var name, var editor] ? kinds.Find(name, editor) : null;

    /// <param name="prefix">Of the names of its controls.</param>
    public void Take(FieldKinds kinds, IFormCollection sent, string prefix) =>
        Options = new((KindOf(kinds)?.Options ?? []).Select(o => KeyValuePair.Create(o.Name, Typed(o, [.. sent[$"{prefix}.Options.{o.Name}"].OfType<string>()]))));

    public WantedField Wanted(IReadOnlyList<WantedField> before, FieldKinds kinds, Texts texts)
    {
        var (known, kind) = (Name is null ? null : before.FirstOrDefault(f => f.Name == Name), KindOf(kinds));
        return new(Name, TypeForm.Kept(Title, known?.Title, texts) ?? "", kind?.Name ?? "", kind?.Editor ?? "")
        {
            Hint = TypeForm.Kept(Hint, known?.Hint, texts), IsRequired = IsRequired, IsFact = IsFact && kind is { HasFacts: true }, Options = Options,
        };
    }

    /// <summary>The controls for what its kind asks.</summary>
    public IEnumerable<FieldInput> Ask(FieldKind kind, string prefix, Texts texts, IReadOnlyList<SelectListItem> types, IReadOnlyList<SelectListItem> books) => kind.Options.Select(o => new FieldInput($"{prefix}.Options.{o.Name}", texts.Say(o.Title), o.Kind == "book" ? "select" : o.Kind)
    {
        Value = Options[o.Name]?.ToString(), Items = o.Kind == "book" ? books : types, IsMany = o.Kind != "book", IsRequired = o.Kind == "book",
        Chosen = Options[o.Name] is JsonArray chosen ? [.. chosen.Select(c => $"{c}")] : Options[o.Name] is { } one ? [$"{one}"] : [],
    });

    private static JsonNode? Typed(FieldOption option, List<string> said) => option.Kind switch
    {
        "types" => said.FindAll(s => s.Length > 0) is { Count: > 0 } names ? new JsonArray([.. names.Select(n => JsonValue.Create(n))]) : null,
        "checkbox" => said.Contains("true"),
        "number" when said is [{ Length: > 0 } text, ..] => FieldAnswers.Number(text) is double number ? number : text,
        _ => said is [{ Length: > 0 } text, ..] ? text : null,
    };
}
