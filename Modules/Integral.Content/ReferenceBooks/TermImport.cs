using Integral.Platform.Sheets;

namespace Integral.Content.ReferenceBooks;

/// <summary>Takes terms from a table, for the screens and the API alike: first one sees what would become of its rows.</summary>
internal sealed class TermImport(BookDesk desk, BookTable table)
{
    /// <summary>Of a table, in bytes.</summary>
    public const int Largest = 5 << 20;

    /// <returns>The book as it is, and what would become of each row.</returns>
    public async Task<(ReferenceBook Book, IReadOnlyList<RowResult> Rows)> CheckAsync(string code, Sheet sheet)
    {
        var tree = await desk.OpenAsync(code);
        return (tree.Book, table.Apply(sheet, tree));
    }

    /// <summary>Takes all rows or none.</summary>
    /// <param name="code">Of the book.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="sheet">The table.</param>
    /// <exception cref="RuleException">One of them is wrong.</exception>
    public Task TakeAsync(string code, string name, Sheet sheet) => desk.EditAsync(T.Say("Terms taken from {0}", name), code,
        tree => Rule.Require(table.Apply(sheet, tree).All(r => r.Outcome != RowOutcome.Wrong), "The book has changed meanwhile: look at what would become of the rows now."));
}
