using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Platform.Recipes;
using Integral.Ui;

namespace Integral.Content.Fields;

/// <summary>The list in which an item stands, which is an item itself.</summary>
internal sealed class ContainedKind : FieldKind
{
    private const string Property = "ListContentItemId";

    public override string Name => "ContainedPart";
    public override Sentence Title => T.Say("In which list");
    public override bool IsOffered => false;

    /// <summary>The question for an item that may stand in lists of these types.</summary>
    public static FieldUse Of(IEnumerable<string> holders) => new(new ContainedKind(), "", T.Say("In which list").Key, 0)
    {
        Hint = T.Say("The page that shows it among others. Left empty, it stands by itself.").Key,
        Settings = new() { [PickerKind.Types.Name] = new JsonArray([.. holders.Select(h => JsonValue.Create(h))]) },
    };

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        var (list, offered) = (ListOf(value), field.Texts(PickerKind.Types.Name).SelectMany(t => form.Choices.GetValueOrDefault(t) ?? []).ToList());
        if (list is not null && offered.TrueForAll(o => o.Value != list)) offered.Add(new(form.Named.GetValueOrDefault(list) ?? form.Texts["a list that visitors don't see"], list));
        yield return form.Input(field, "select", Property, null) with { Items = [new(form.Texts["In none"], ""), .. offered], Chosen = [list ?? ""] };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => value[Property] = answers.Text(Property) is { Length: > 0 } list ? list : null;
    internal override IEnumerable<string> Named(JsonObject value) => ListOf(value) is { } list ? [list] : [];
    public override bool IsEmpty(JsonObject value) => ListOf(value) is null;
    public override string Plain(JsonObject value) => ListOf(value) ?? "";
    public override Sentence? Fault(FieldUse field, JsonObject value) => UniqueId.Is(ListOf(value)!) ? null : T.Say("There is no such list here.");

    private static string? ListOf(JsonObject value) => value.Text(Property) is { Length: > 0 } list ? list : null;
}
