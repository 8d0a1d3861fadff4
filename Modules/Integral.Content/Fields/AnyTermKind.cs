using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Recipes;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Fields;

/// <summary>One term of whatever reference book, by its id: by it a block narrows the list that it shows.</summary>
internal sealed class AnyTermKind : TextKind
{
    private const int Most = 1000;

    public override string Editor => "AnyTerm";
    public override Sentence Title => T.Say("A term");
    public override bool HasFacts => false;
    public override bool IsOffered => false;

    internal override string? Called(JsonObject value, FieldForm form) => null;

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        var (terms, chosen) = (field.Terms, TermOf(field, value));
        if (terms is null) yield break;
        var items = terms.Shelf.Books.SelectMany(b => b.Terms.Where(t => t.TermId == chosen || !t.IsLeft).Select(t => new SelectListItem($"{Called(terms, b.Names)}: {BookWords.Indented(Called(terms, t.Names), t.Level)}", t.TermId)))
            .OrderBy(i => i.Value != chosen).Take(Most).OrderBy(i => i.Text, StringComparer.CurrentCultureIgnoreCase);
        yield return form.Input(field, "select", Property, null) with { Items = [new(form.Texts["All of them"], ""), .. items], Chosen = [chosen] };
    }

    public override Sentence? Fault(FieldUse field, JsonObject value) => field.Terms?.Shelf.Term(value.Text(Property)!) is null ? T.Say("There is no term '{0}' here.", value.Text(Property)!) : null;
    public override Sentence? Fault(FieldUse field, JsonObject value, JsonObject before) => Plain(value) == Plain(before) ? null : Fault(field, value);
    public override string Told(FieldUse field, JsonObject value) => field.Terms is { } terms && terms.Shelf.Term(Plain(value)) is { } term ? Called(terms, term.Names) : Plain(value);
    public override IEnumerable<FieldReference> References(JsonObject value) => IsEmpty(value) ? [] : [new(Referred.Term, Plain(value))];
    public override void Show(FieldUse field, JsonObject value, PageText page) { }

    // By the id it has now: of one that was merged into another, the other's.
    private static string TermOf(FieldUse field, JsonObject value) => value.Text("Text") is { Length: > 0 } id ? field.Terms?.Shelf.Term(id)?.TermId ?? id : "";
    private static string Called(TermsToday terms, TermNames names) => names.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, terms.Own);
}
