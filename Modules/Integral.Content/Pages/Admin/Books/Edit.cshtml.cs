using Integral.Content.ReferenceBooks;
using Integral.Ui;

namespace Integral.Content.Pages.Admin.Books;

/// <summary>What a reference book is called, and who gets it.</summary>
[Authorize(ContentModule.Books)]
internal sealed class EditModel(BookDesk desk, BookWords words, Texts texts, Flash flash) : PageModel
{
    [BindProperty] public BookForm Form { get; set; } = new();

    /// <summary>Null of a new one.</summary>
    public ReferenceBook? Book { get; private set; }
    public string Title => Book is null ? texts["New reference book"] : words.Of(Book.Called);

    public async Task OnGetAsync(string? code)
    {
        await OpenAsync(code);
        if (Book is not null) Form = BookForm.Of(Book);
    }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        await OpenAsync(code);
        if (!ModelState.IsValid) return Page();
        if (code is null) return RedirectToPage("Show", new { code = await desk.MakeAsync(Form.Said) });
        await desk.ChangeAsync(code, Form.Said, Form.Version);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { code });
    }

    public async Task<IActionResult> OnPostDeleteAsync(string code, int? version)
    {
        await OnGetAsync(code);
        await desk.DeleteAsync(code, version);
        flash.Good(T.Say("The reference book “{0}” is deleted.", words.Of(Book!.Called)), Url.Page("/Admin/Changes/Undo", new { id = desk.Done }));
        return RedirectToPage("Index");
    }

    private async Task OpenAsync(string? code) => Book = code is null ? null : (await desk.OpenAsync(code)).Book;
}
