using Integral.Content.Reading;
using Integral.Content.ReferenceBooks;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Books;

/// <summary>Merging a term into another: first what that means for the pages that name it, then doing it.</summary>
[Authorize(ContentModule.Books)]
internal sealed class MergeModel(BookDesk desk, BookWords words, WhereUsed used, Flash flash) : PageModel
{
    [BindProperty] public MergeForm Form { get; set; } = new();

    public BookTree Tree { get; private set; } = null!;
    public ReferenceTerm Term { get; private set; } = null!;
    public Uses Uses { get; private set; } = new(0, 0, []);
    public string Name => words.Of(Term.Called);
    public IReadOnlyList<SelectListItem> Others => words.Options(Tree, Term, BookTree.MostLevels);

    public async Task OnGetAsync(string code, string term)
    {
        Tree = await desk.OpenAsync(code);
        Term = Tree.Find(term);
        Uses = await used.OfTermsAsync([.. Tree.MergedInto(Term).Prepend(Term).Select(t => t.TermId)]);
    }

    public async Task<IActionResult> OnPostAsync(string code, string term)
    {
        await OnGetAsync(code, term);
        if (!ModelState.IsValid) return Page();
        await desk.MergeAsync(code, term, Form.Into!);
        flash.Good(T.Say("Merged. Pages that name “{0}” are found by the other term now.", Name), Url.Page("/Admin/Changes/Undo", new { id = desk.Done }));
        return RedirectToPage("Show", new { code, term = Form.Into });
    }
}

internal sealed class MergeForm
{
    [Display(Name = "Merge into"), Required, StringLength(26)] public string? Into { get; set; }
}
