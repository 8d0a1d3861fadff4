using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Editing;
using Integral.Content.Rendering;
using Integral.Platform.Recipes;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Fields;

internal sealed class LinkKind : FieldKind
{
    public override string Name => "LinkField";
    public override Sentence Title => T.Say("Link");
    public override bool HasFacts => true;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        var asked = form with { First = "Url" };
        yield return asked.Input(field, "address", "Url", value.Text("Url"), T.Say("address")) with { MaxLength = 2000, Hint = field.Hint ?? form.Texts["A page of this site: begin to type its title and choose it. Another site: its address, beginning with https://."] };
        yield return asked.Input(field, "text", "Text", value.Text("Text"), T.Say("text that is read")) with { MaxLength = 300 };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => (value["Url"], value["Text"]) = (answers.Text("Url"), answers.Text("Text"));
    public override bool IsEmpty(JsonObject value) => string.IsNullOrWhiteSpace(value.Text("Url"));
    public override string Plain(JsonObject value) => $"{value.Text("Text")?.Trim()} {value.Text("Url")?.Trim()}".Trim();

    public override Sentence? Fault(FieldUse field, JsonObject value) =>
        SafeAddress.ForLink(value.Text("Url")!) is null ? T.Say("'{0}' can't be the address of a link. It begins with https://, mailto: or tel:, or names a page of this site.", value.Text("Url")!) : null;

    public override void Show(FieldUse field, JsonObject value, PageText page) => page.Link(field.IsFact ? field.Title : "", value.Text("Url")!, value.Text("Text") ?? "");
    public override IEnumerable<FieldKey> Keys(JsonObject value) => TextKind.Key(value.Text("Url"));
    public override IEnumerable<FieldReference> References(JsonObject value) => SiteLinks.Of(value.Text("Url")) is { } named ? [named] : [];
}

/// <summary>A field that names others by their ids.</summary>
/// <param name="property">In which their ids stand.</param>
/// <param name="referred">What they are.</param>
internal abstract class NamingKind(string property, Referred referred) : FieldKind
{
    protected string Property => property;
    public override IEnumerable<FieldReference> References(JsonObject value) => Names(value).Select(n => new FieldReference(referred, n));
    public override bool IsEmpty(JsonObject value) => Names(value).Count == 0;
    public override string Plain(JsonObject value) => string.Join('\n', Names(value));
    public override IEnumerable<FieldKey> Keys(JsonObject value) => Names(value).SelectMany(TextKind.Key);
    protected IReadOnlyList<string> Names(JsonObject value) => [.. (value.Find(property) as JsonArray ?? []).Select(n => $"{n}").Where(n => n.Length > 0)];
    protected static JsonArray Written(IEnumerable<string> names) => new([.. names.Select(n => JsonValue.Create(n))]);
}

/// <summary>Other items: one, or several.</summary>
internal class PickerKind(string property) : NamingKind(property, Referred.Item)
{
    public static readonly FieldOption Multiple = new("Multiple", T.Say("Several may be chosen"), "checkbox"), Types = new("DisplayedContentTypes", T.Say("What may be chosen"), "types");
    private const int Most = 50;

    public PickerKind() : this("ContentItemIds") { }

    public override string Name => "ContentPickerField";
    public override Sentence Title => T.Say("Other pages");
    public override IReadOnlyList<FieldOption> Options => [Multiple, Types];

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        var (chosen, types) = (Names(value), field.Texts(Types.Name));
        var offered = types.SelectMany(t => form.Choices.GetValueOrDefault(t) ?? []);
        yield return form.Input(field, "pick", Property, null) with { Items = ItemChoices.With(chosen, offered, form.Named, form.Texts), Chosen = chosen, IsMany = field.Flag(Multiple.Name), Of = [.. types] };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => value[Property] = Written(answers.Texts(Property));
    internal override IEnumerable<string> Named(JsonObject value) => Names(value);

    public override Sentence? Fault(FieldUse field, JsonObject value) => Names(value).Count switch
    {
        > 1 when !field.Flag(Multiple.Name) => T.Say("Only one can be chosen."),
        > Most => T.Say("At most {0} can be chosen.", Most),
        _ => null,
    };
}

/// <summary>Other texts in whatever language the reader has.</summary>
internal sealed class TextPickerKind() : NamingKind("LocalizationSets", Referred.Text)
{
    public override string Name => "LocalizationSetContentPickerField";
    public override Sentence Title => T.Say("Other pages in every language");
    public override bool IsOffered => false;
    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form) => [];
    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) { }
}

/// <summary>Pictures of the media folder, each with the words that stand for it.</summary>
internal class PictureKind() : NamingKind("Paths", Referred.File)
{
    private const string AlternativeTexts = "MediaTexts";
    private const int LongestText = 300;
    private static readonly FieldOption Multiple = PickerKind.Multiple;

    protected virtual string Control => "pictures";

    public override string Name => "MediaField";
    public override Sentence Title => T.Say("Picture");
    public override IReadOnlyList<FieldOption> Options => [Multiple];

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        var texts = Alternatives(value);
        var pictures = Names(value).Select((path, number) => new SelectListItem(texts.ElementAtOrDefault(number) ?? "", path));
        yield return form.Input(field, Control, Property, null) with { Items = [.. pictures], IsMany = field.Flag(Multiple.Name) };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers)
    {
        var (paths, texts, gone) = (answers.All(Property), answers.All($"{Property}.{AlternativeTexts}"), answers.Texts($"{Property}.Gone"));
        var pictures = paths.Select((path, number) => (Path: path, Text: texts.ElementAtOrDefault(number) ?? "")).Where(p => p.Path.Length > 0 && !gone.Contains(p.Path)).ToList();
        // One that has been sent before, or that was chosen from the library.
        if ((answers.Sent($"{Property}.File") ?? answers.Text($"{Property}.Chosen")) is { Length: > 0 } sent)
        {
            if (!field.Flag(Multiple.Name)) pictures.Clear();
            pictures.Add((sent, texts.ElementAtOrDefault(paths.Count) ?? ""));
        }
        (value[Property], value[AlternativeTexts]) = (Written(pictures.Select(p => p.Path)), Written(pictures.Select(p => p.Text)));
    }

    public override Sentence? Fault(FieldUse field, JsonObject value) =>
        Alternatives(value).Any(t => t.Length > LongestText) ? T.Say("At most {0} characters.", LongestText) : null;

    public override void Show(FieldUse field, JsonObject value, PageText page)
    {
        foreach (var (path, text) in Files(value)) page.Picture(path, text);
    }

    protected static IEnumerable<(string Path, string Text)> Files(JsonObject value)
    {
        var texts = Alternatives(value);
        return (value.Find("Paths") as JsonArray ?? []).Select((path, number) => ($"{path}", texts.ElementAtOrDefault(number) ?? "")).Where(f => f.Item1.Length > 0);
    }

    /// <summary>Paths of those of which nobody has said what is on them.</summary>
    public static IEnumerable<string> WithoutWords(JsonObject value) => Files(value).Where(f => string.IsNullOrWhiteSpace(f.Text)).Select(f => f.Path);

    public override string Plain(JsonObject value) => string.Join('\n', Names(value).Zip([.. Alternatives(value), .. Names(value).Select(_ => "")], (path, text) => $"{path} {text}".Trim()));

    private static IReadOnlyList<string> Alternatives(JsonObject value) => [.. (value.Find(AlternativeTexts) as JsonArray ?? []).Select(t => $"{t}")];
}

/// <summary>Files of the media folder for downloading, each with its name.</summary>
internal sealed class FileKind : PictureKind
{
    public override string Editor => "Attached";
    public override Sentence Title => T.Say("Files");
    protected override string Control => "files";

    public override void Show(FieldUse field, JsonObject value, PageText page)
    {
        foreach (var (path, text) in Files(value)) page.File(path, text.Length > 0 ? text : path.Split('/')[^1]);
    }
}
