using Integral.Content.ReferenceBooks;
using Integral.Platform.Sheets;
using Integral.Ui;

namespace Integral.Content.Pages.Admin.Books;

/// <summary>What would become of each row of a table, and doing it.</summary>
[Authorize(ContentModule.Books)]
internal sealed class ImportCheckModel(BookDesk desk, TermImport import, BookWords words, Uploads uploads, Flash flash) : PageModel
{
    public const int MostShown = 200;

    public ReferenceBook Book { get; private set; } = null!;
    public string FileName { get; private set; } = "";
    public IReadOnlyList<RowResult> Rows { get; private set; } = [];
    public string Name => words.Of(Book.Called);
    public int Count(RowOutcome outcome) => Rows.Count(r => r.Outcome == outcome);
    public bool MayImport => Count(RowOutcome.Wrong) == 0 && Count(RowOutcome.Added) + Count(RowOutcome.Changed) > 0;

    /// <summary>What is wrong first, then what is new.</summary>
    public IEnumerable<RowResult> Shown => Rows.Where(r => r.Outcome != RowOutcome.Same).OrderByDescending(r => r.Outcome == RowOutcome.Wrong).ThenBy(r => r.Line).Take(MostShown);

    public async Task OnGetAsync(string code, Guid id)
    {
        var (name, sheet) = await uploads.FindAsync(id);
        (FileName, (Book, Rows)) = (name, await import.CheckAsync(code, sheet));
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid id)
    {
        await OnGetAsync(code, id);
        var (name, sheet) = await uploads.FindAsync(id);
        await import.TakeAsync(code, name, sheet);
        flash.Good(T.Say("Terms added: {0}, changed: {1}.", Count(RowOutcome.Added), Count(RowOutcome.Changed)), Url.Page("/Admin/Changes/Undo", new { id = desk.Done }));
        return RedirectToPage("Show", new { code });
    }
}
