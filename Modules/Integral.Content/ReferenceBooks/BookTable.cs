using System.Globalization;
using Integral.Platform.Sheets;

namespace Integral.Content.ReferenceBooks;

internal enum RowOutcome { Added, Changed, Same, Wrong }

/// <summary>What becomes of a row of a table.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Column">The heading of the cell that is wrong; empty where it isn't one cell.</param>
/// <param name="Fault">Why nothing can be made of it.</param>
internal sealed record RowResult(int Line, string Name, RowOutcome Outcome, string Column = "", Sentence? Fault = null);

/// <summary>
/// A book as a table. Terms are known again by their codes, or by the ids that stand for a code where there is none, or by a name under the same term.
/// Empty cells change nothing, and nothing is deleted.
/// </summary>
internal sealed class BookTable(Texts texts)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];

    public async Task WriteAsync(BookTree tree, SheetWriter to)
    {
        await to.RowAsync(Enum.GetValues<TermField>().Select(f => texts.Say(f.Word())));
        await WriteAsync(tree, null, to);
    }

    /// <summary>Makes of the tree what the table says. One wrong row is enough for the caller to throw it all away.</summary>
    /// <returns>For each row in its order.</returns>
    public IReadOnlyList<RowResult> Apply(Sheet sheet, BookTree tree)
    {
        var columns = TermColumns.Find(sheet, texts);
        columns.Check();
        Rule.Require(sheet.Rows.Count <= BookTree.MostTerms, T.Say("A book has at most {0} terms.", BookTree.MostTerms));
        var (results, codes) = (new Dictionary<SheetRow, RowResult>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var waiting = sheet.Rows.ToList();
        // A row may stand above the one that its term belongs below.
        for (var level = 0; level <= BookTree.MostLevels && waiting.Count > 0; level++)
            waiting = [.. waiting.Where(row => !TryApply(row, columns, tree, codes, results))];
        foreach (var row in waiting) results[row] = Wrong(row, columns, TermField.Parent, T.Say("There is no term '{0}' in the book or in the table.", $"{columns.Cell(row, TermField.Parent)}"));
        return [.. sheet.Rows.Select(r => results[r])];
    }

    private static bool TryApply(SheetRow row, TermColumns columns, BookTree tree, HashSet<string> codes, Dictionary<SheetRow, RowResult> results)
    {
        if (row.Trouble is { } trouble)
        {
            results[row] = new(row.Line, Name(row, columns), RowOutcome.Wrong, "", trouble);
            return true;
        }
        var (code, above) = (columns.Cell(row, TermField.Code), columns.Cell(row, TermField.Parent));
        var parent = above is null ? null : Known(tree, above) ?? Named(tree.All, above);
        if (above is not null && parent is null) return false;
        results[row] = code is not null && !codes.Add(code) ? Wrong(row, columns, TermField.Code, T.Say("The code '{0}' stands in the table twice.", code)) : Applied(row, columns, tree, code, above is null ? null : parent);
        return true;
    }

    private static RowResult Applied(SheetRow row, TermColumns columns, BookTree tree, string? code, ReferenceTerm? parent)
    {
        var names = TermNames.Of(c => columns.Cell(row, Enum.Parse<TermField>(TermNames.FieldOf(c))));
        var term = code is not null ? Known(tree, code) : Texts.Cultures.Where(c => names[c].Length > 0).Select(c => tree.Under(parent?.Id).FirstOrDefault(t => t.Called[c] == names[c])).FirstOrDefault(t => t is not null);
        try
        {
            var said = new TermSaid(term is null ? names : names.Over(term.Called))
            {
                Code = code is null || code == term?.TermId ? term?.Code : code, Under = parent?.TermId ?? (term is not null && tree.Above(term) is { } same ? same.TermId : null),
                From = Day(row, columns, TermField.From) ?? term?.ValidFrom, To = Day(row, columns, TermField.To) ?? term?.ValidTo,
            };
            if (term is null)
            {
                tree.Add(said);
                return new(row.Line, Name(row, columns), RowOutcome.Added);
            }
            if (IsSame(term, said, tree)) return new(row.Line, Name(row, columns), RowOutcome.Same);
            tree.Change(term, said);
            return new(row.Line, Name(row, columns), RowOutcome.Changed);
        }
        catch (RuleException rule)
        {
            return Wrong(row, columns, rule.Field == "Under" ? TermField.Parent : Enum.TryParse<TermField>(rule.Field, out var field) ? field : null, rule.Sentence);
        }
    }

    private static bool IsSame(ReferenceTerm term, TermSaid said, BookTree tree) => term.Called.Equals(said.Names) && term.Code == said.Code && term.ValidFrom == said.From && term.ValidTo == said.To && tree.Above(term)?.TermId == said.Under;

    private static ReferenceTerm? Known(BookTree tree, string code) => tree.All.FirstOrDefault(t => t.MergedIntoId is null && (code.Equals(t.Code, StringComparison.OrdinalIgnoreCase) || code == t.TermId));

    // Only where there is one of that name: two of them are told apart by codes.
    private static ReferenceTerm? Named(IEnumerable<ReferenceTerm> terms, string name) =>
        terms.Where(t => t.MergedIntoId is null && Texts.Cultures.Any(c => t.Called[c].Equals(name, StringComparison.OrdinalIgnoreCase))).Take(2).ToList() is [var one] ? one : null;

    private static DateOnly? Day(SheetRow row, TermColumns columns, TermField field)
    {
        if (columns.Cell(row, field) is not { } text) return null;
        Rule.Require(DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), T.Say("'{0}' isn't a date.", text), $"{field}");
        return day;
    }

    private static string Name(SheetRow row, TermColumns columns) => new[] { TermField.Ru, TermField.Kk, TermField.Uk, TermField.En, TermField.Code }.Select(f => columns.Cell(row, f)).FirstOrDefault(n => n is not null) ?? "";

    private static RowResult Wrong(SheetRow row, TermColumns columns, TermField? field, Sentence what) => new(row.Line, Name(row, columns), RowOutcome.Wrong, field is { } of ? columns.HeadingOf(of) ?? "" : "", what);

    private static async Task WriteAsync(BookTree tree, ReferenceTerm? parent, SheetWriter to)
    {
        foreach (var term in tree.Under(parent?.Id))
        {
            var names = term.Called;
            await to.RowAsync([CodeOf(term), parent is null ? "" : CodeOf(parent), names["ru"], names["kk"], names["uk"], names["en"], Text(term.ValidFrom), Text(term.ValidTo)]);
            await WriteAsync(tree, term, to);
        }
    }

    private static string CodeOf(ReferenceTerm term) => term.Code ?? term.TermId;
    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
