using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Platform.Recipes;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Tree;

/// <summary>Under which page another stands: by the set of its translations, so that it is the same place in every language.</summary>
internal sealed class ParentKind : FieldKind
{
    public const string Property = "Parent", Place = "Position";

    public override string Name => "TreePart";
    public override Sentence Title => T.Say("Stands under");
    public override bool IsOffered => false;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        var parent = ParentOf(value);
        List<SelectListItem> items = [new(form.Texts["Nothing: it stands at the top"], ""), .. form.Pages.DistinctBy(p => p.Set).Select(p => new SelectListItem($"{p.Title}{p.Note}", p.Set))];
        if (parent is not null && items.TrueForAll(i => i.Value != parent)) items.Add(new(form.Texts["a page that isn't there any more"], parent));
        yield return form.Input(field, "select", Property, null) with { Items = items, Chosen = parent is null ? [""] : [parent] };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => Put(value, answers.Text(Property) is { Length: > 0 } parent ? parent : null);
    public override bool IsEmpty(JsonObject value) => ParentOf(value) is null;
    public override string Plain(JsonObject value) => ParentOf(value) ?? "";
    internal override IEnumerable<string> Pages(JsonObject value) => ParentOf(value) is { } parent ? [parent] : [];

    /// <summary>Null at the top.</summary>
    public static string? ParentOf(JsonObject? value) => value?.Text(Property) is { Length: UniqueId.Length } parent ? parent : null;

    /// <summary>Its place among those that stand beside it; null where nobody gave it one.</summary>
    public static int? PlaceOf(JsonObject? value) => int.TryParse(value?.Text(Place), out var place) ? place : null;

    public static void Put(JsonObject value, string? parent) => value[Property] = parent;
}
