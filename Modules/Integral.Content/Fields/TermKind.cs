using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.ReferenceBooks;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Fields;

/// <summary>Terms of a reference book. What is kept are their ids: whoever renames one renames it wherever it was chosen.</summary>
internal sealed class TermKind() : NamingKind(Kept, Referred.Term)
{
    private const string Kept = "TermContentItemIds";

    /// <summary>The book's code; in Orchard's recipes its id.</summary>
    public static readonly FieldOption Book = new("TaxonomyContentItemId", T.Say("Reference book"), "book");
    private static readonly FieldOption One = new("Unique", T.Say("Only one may be chosen"), "checkbox"), Leaves = new("LeavesOnly", T.Say("Only terms with none below them may be chosen"), "checkbox");

    private const int Most = 50, MostTicks = 60;

    public override string Name => "TaxonomyField";
    public override Sentence Title => T.Say("Terms of a reference book");
    public override bool HasFacts => true;
    public override IReadOnlyList<FieldOption> Options => [Book, One, Leaves];

    public override IEnumerable<FieldInput> Ask(FieldUse field, JsonObject value, FieldForm form)
    {
        var (chosen, terms) = (Chosen(field, value), field.Terms);
        if (BookOf(field) is null && chosen.Count == 0) yield break;      // an institution without the book isn't asked
        var offered = BookOf(field)?.Terms ?? [];
        var kept = chosen.Where(id => offered.All(t => t.TermId != id)).Select(id => new SelectListItem(form.Texts["no longer in the book: {0}", terms?.Shelf.Term(id) is { } other ? Called(field, other) : id], id));
        List<SelectListItem> items = [.. offered.Where(t => chosen.Contains(t.TermId) || terms!.IsOffered(t, offered)).Select(t => Item(field, t, chosen)), .. kept];
        var isMany = !field.Flag(One.Name);
        yield return form.Input(field, isMany && items.Count <= MostTicks ? "pick" : "select", Property, null) with { Items = items, Chosen = chosen, IsMany = isMany };
    }

    public override void Take(FieldUse field, JsonObject value, FieldAnswers answers) => value[Property] = Written(answers.Texts(Property));

    public override Sentence? Fault(FieldUse field, JsonObject value) => Fault(field, value, []);

    public override Sentence? Fault(FieldUse field, JsonObject value, JsonObject before)
    {
        var (names, book) = (Names(value), BookOf(field));
        if (names.Count > 1 && field.Flag(One.Name)) return T.Say("Only one can be chosen.");
        if (names.Count > Most) return T.Say("At most {0} can be chosen.", Most);
        if (book is null) return names.Except(Names(before)).Any() ? T.Say("The reference book of this field isn't here.") : null;
        // What was chosen before stays, whatever has become of it since.
        var known = Names(before).Concat(Chosen(field, before)).ToHashSet();
        return names.Where(n => !known.Contains(n)).Select(n => Fault(field, book, n)).FirstOrDefault(f => f is not null);
    }

    public override void Show(FieldUse field, JsonObject value, PageText page)
    {
        if (field.IsFact) page.Terms(field.Title, [.. Names(value).Select(id => (id, field.Terms?.Shelf.Term(id) is { } term ? term.Names.In(page.Culture, field.Terms.Own) : ""))]);
    }

    /// <summary>Whether a term is of the book from which a field is chosen.</summary>
    public static bool Offers(FieldUse field, string term) => BookOf(field) is { } book && field.Terms!.Shelf.BookOf(term) == book;

    /// <summary>What can be chosen in a field today, each below the one that it belongs to.</summary>
    public static IEnumerable<SelectListItem> Offered(FieldUse field) =>
        (BookOf(field)?.Terms ?? []).Where(t => t.IsValidOn(field.Terms!.Today)).Select(t => new SelectListItem(BookWords.Indented(Called(field, t), t.Level), t.TermId));

    /// <summary>The terms that a value names, by the ids they have now.</summary>
    public static IReadOnlyList<string> NamedIn(FieldUse field, JsonObject value) => ((TermKind)field.Kind).Chosen(field, value);

    /// <summary>A value that names these.</summary>
    public static JsonObject Naming(IEnumerable<string> terms) => new() { [Kept] = Written([.. terms]) };

    public override string Told(FieldUse field, JsonObject value) => string.Join('\n', Names(value).Select(id => field.Terms?.Shelf.Term(id) is { } term ? Called(field, term) : id));

    private static Sentence? Fault(FieldUse field, ShelfBook book, string id)
    {
        var (shelf, term) = (field.Terms!.Shelf, field.Terms.Shelf.Term(id));
        if (term is null || shelf.BookOf(id) != book) return T.Say("There is no term '{0}' in the reference book '{1}'.", id, book.Code);
        if (!term.IsValidOn(field.Terms.Today)) return T.Say("'{0}' can't be chosen today.", Called(field, term));
        return term.HasBelow && field.Flag(Leaves.Name) ? T.Say("'{0}' has terms below it: choose one of them.", Called(field, term)) : null;
    }

    private static SelectListItem Item(FieldUse field, ShelfTerm term, IReadOnlyList<string> chosen)
    {
        var mayBe = chosen.Contains(term.TermId) || term.IsValidOn(field.Terms!.Today) && !(term.HasBelow && field.Flag(Leaves.Name));
        return new(BookWords.Indented(Called(field, term), term.Level), term.TermId) { Disabled = !mayBe };
    }

    // By the ids they have now: of one that was merged into another, the other's.
    private IReadOnlyList<string> Chosen(FieldUse field, JsonObject value) => [.. Names(value).Select(id => field.Terms?.Shelf.Term(id)?.TermId ?? id).Distinct()];

    private static ShelfBook? BookOf(FieldUse field) => field.Terms?.Shelf.Book(field.Text(Book.Name));
    private static string Called(FieldUse field, ShelfTerm term) => term.Names.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, field.Terms!.Own);
}
