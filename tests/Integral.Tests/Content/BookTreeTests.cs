using System.Text;
using Integral.Content.ReferenceBooks;
using Integral.Platform;
using Integral.Platform.Localization;
using Integral.Platform.Sheets;

namespace Integral.Tests.Content;

/// <summary>The rules of a reference book's tree, whoever changes it.</summary>
public sealed class BookTreeTests
{
    private readonly BookTree tree = new(new() { BookId = new('b', 26), Code = "kinds" }, []);

    [Fact]
    public void A_term_does_not_stand_below_itself_nor_deeper_than_five_levels()
    {
        var first = Add("1");
        var terms = new List<ReferenceTerm> { first };
        for (var level = 2; level <= 5; level++) terms.Add(Add($"{level}", terms[^1]));
        Refused("at most 5 levels", () => Add("6", terms[^1]));
        Refused("below itself", () => tree.Change(first, Said("1", terms[2])));
        Assert.Null(first.ParentId);

        var other = Add("other");
        Refused("at most 5 levels", () => tree.Change(first, Said("1", other)));        // what stands below it comes along
        tree.Change(terms[3], Said("4", other));
        Assert.Equal([2, 3], new[] { tree.Level(terms[3]), tree.Level(terms[4]) });
    }

    [Fact]
    public void Codes_are_there_once_and_a_name_is_needed()
    {
        tree.Add(new(Names("A")) { Code = "01" });
        Refused("that of another term", () => tree.Add(new(Names("B")) { Code = "01 " }));
        Refused("one language at least", () => tree.Add(new(Names(" "))));
        Refused("before the first", () => tree.Add(new(Names("C")) { From = new(2026, 2, 1), To = new(2026, 1, 1) }));
        Assert.Single(tree.All);
    }

    [Fact]
    public void Terms_move_among_their_neighbours_and_stay_at_the_ends()
    {
        var (a, b, c) = (Add("a"), Add("b"), Add("c"));
        tree.Move(c, -1);
        Assert.Equal([a, c, b], tree.Under(null));
        tree.Move(a, -1);
        tree.Move(b, 1);
        Assert.Equal([a, c, b], tree.Under(null));
    }

    [Fact]
    public void A_merged_term_leaves_what_stood_below_it_to_the_other_one()
    {
        var (a, b) = (Add("a"), Add("b"));
        var below = Add("below", a);
        Refused("stands below it", () => tree.Merge(a, below));
        tree.Merge(a, b);
        Assert.Equal([b], tree.Under(null));
        Assert.Equal([below], tree.Under(b.Id));
        Assert.Equal([a], tree.MergedInto(b));
        Assert.Throws<NotFoundException>(() => tree.Find(a.TermId));
    }

    [Fact]
    public void What_is_kept_above_is_not_changed_and_own_terms_are_added_where_they_may()
    {
        var closed = new BookTree(new() { BookId = new('b', 26), Code = "kinds", OriginId = Guid.NewGuid() }, []);
        Refused("nothing may be added", () => closed.Add(new(Names("own"))));
        closed.Book.Describe(new(Names("Kinds"), null) { MayBeExtended = true });
        var term = new ReferenceTerm { BookId = closed.Book.Id, TermId = new('t', 26), OriginId = closed.Book.OriginId };
        term.Describe(new(Names("theirs")));
        var open = new BookTree(closed.Book, [term]);
        var own = open.Add(new(Names("own")) { Under = term.TermId });
        foreach (var change in new Action[] { () => open.Change(term, new(Names("x"))), () => open.Move(term, 1), () => open.Remove(term), () => open.Merge(term, own) }) Refused("kept above", change);
        Assert.Equal("theirs", term.Called["ru"]);
        open.Remove(own);
        Assert.Equal([term], open.All);
    }

    [Fact]
    public void Two_moves_of_which_one_was_undone_make_no_circle()
    {
        var (a, b) = (Add("a"), Add("b"));
        (a.ParentId, b.ParentId) = (b.Id, a.Id);
        Assert.Equal(2, new BookTree(tree.Book, tree.All).Under(null).Count() + new BookTree(tree.Book, tree.All).Under(a.Id).Count());
    }

    [Fact]
    public async Task A_table_that_was_written_here_changes_nothing_when_it_comes_back()
    {
        var first = tree.Add(new(Names("=1+1")) { Code = "01", From = new(2026, 1, 1) });
        tree.Add(new(TermNames.Of(c => c == "kk" ? "Бұйрық; «хат»" : null)) { Under = first.TermId });
        var table = new BookTable(new Texts(Enumerable.Empty<(string, string)>()));
        using var bytes = new MemoryStream();
        await using (var writer = SheetWriter.Open(SheetFormat.Csv, bytes)) await table.WriteAsync(tree, writer);

        Assert.Equal("\uFEFF"u8.ToArray(), bytes.ToArray()[..3]);
        Assert.Contains("'=1+1", Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.Ordinal);
        Assert.All(table.Apply(SheetFile.Read(bytes.ToArray()), tree), row => Assert.Equal(RowOutcome.Same, row.Outcome));
    }

    [Fact]
    public void What_is_wrong_in_a_table_is_said_row_by_row()
    {
        const string Table = "code,parent,ru,en,from\n1,,Приказы,Orders,2026-01-01\n2,1,Приказ,Order,\n1,,Ещё раз,,\n3,nowhere,Нигде,,\n4,,,,\n5,,Пять,,31.02.2026\n6,7,Шесть,,\n7,1,Семь,,\n";
        var rows = new BookTable(new Texts(Enumerable.Empty<(string, string)>())).Apply(SheetFile.Read(Encoding.UTF8.GetBytes(Table)), tree);

        Assert.Equal([RowOutcome.Added, RowOutcome.Added, RowOutcome.Wrong, RowOutcome.Wrong, RowOutcome.Wrong, RowOutcome.Wrong, RowOutcome.Added, RowOutcome.Added], rows.Select(r => r.Outcome));
        Assert.Equal(["code", "parent", "ru", "from"], rows.Where(r => r.Fault is not null).Select(r => r.Column));
        Assert.Equal([4, 5, 6, 7], rows.Where(r => r.Fault is not null).Select(r => r.Line));
        Assert.Equal(3, tree.Level(tree.All.Single(t => t.Code == "6")));      // its row stands above the one it belongs below
    }

    private ReferenceTerm Add(string name, ReferenceTerm? under = null) => tree.Add(Said(name, under));
    private static TermSaid Said(string name, ReferenceTerm? under = null) => new(Names(name)) { Under = under?.TermId };
    private static TermNames Names(string russian) => TermNames.Of(c => c == "ru" ? russian : null);
    private static void Refused(string sentence, Action work) => Assert.Contains(sentence, Assert.Throws<RuleException>(work).Message, StringComparison.Ordinal);
}
