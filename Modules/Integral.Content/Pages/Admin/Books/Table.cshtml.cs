using Integral.Content.ReferenceBooks;
using Integral.Platform.Sheets;

namespace Integral.Content.Pages.Admin.Books;

/// <summary>A book as a table, to be downloaded.</summary>
[Authorize(ContentModule.Books)]
internal sealed class TableModel(BookDesk desk, BookTable table) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, SheetFormat format = SheetFormat.Csv)
    {
        var (tree, bytes) = (await desk.OpenAsync(code), new MemoryStream());
        await using (var writer = SheetWriter.Open(format, bytes)) await table.WriteAsync(tree, writer);
        return File(bytes.ToArray(), SheetWriter.TypeOf(format), $"{tree.Book.Code}.{(format == SheetFormat.Csv ? "csv" : "xlsx")}");
    }
}
