using Integral.Content.ReferenceBooks;
using Integral.Platform.Sheets;
using Microsoft.AspNetCore.Http;

namespace Integral.Content.Pages.Admin.Books;

/// <summary>The first step of taking terms from a table: which file.</summary>
[Authorize(ContentModule.Books), RequestSizeLimit(TermImport.Largest + (1 << 20))]
internal sealed class ImportModel(BookDesk desk, BookWords words, Uploads uploads) : PageModel
{
    [BindProperty] public ImportForm Form { get; set; } = new();
    public ReferenceBook Book { get; private set; } = null!;
    public string Name => words.Of(Book.Called);

    public async Task OnGetAsync(string code) => Book = (await desk.OpenAsync(code)).Book;

    public async Task<IActionResult> OnPostAsync(string code)
    {
        await OnGetAsync(code);
        if (!ModelState.IsValid) return Page();
        Rule.Require(Form.File!.Length <= TermImport.Largest, T.Say("The file is larger than {0} MB.", TermImport.Largest >> 20), "File");
        using var bytes = new MemoryStream((int)Form.File.Length);
        await Form.File.CopyToAsync(bytes);
        return RedirectToPage("ImportCheck", new { code, id = await uploads.KeepAsync(Form.File.FileName, bytes.ToArray()) });
    }
}

internal sealed class ImportForm
{
    [Display(Name = "File with terms", Description = "CSV or XLSX, up to 5,000 rows and 5 MB."), Required] public IFormFile? File { get; set; }
}
