using Integral.Content.Reading;
using Integral.Content.ReferenceBooks;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Books;

/// <summary>The terms of a book as a tree, and beside it the form of one of them.</summary>
[Authorize(ContentModule.Books)]
internal sealed class ShowModel(BookDesk desk, BookWords words, WhereUsed used, Texts texts, Flash flash) : PageModel
{
    private const int WholeTree = 300, MostFound = 100;

    [BindProperty] public TermForm Form { get; set; } = new();
    [BindProperty(SupportsGet = true), Display(Name = "Find a term")] public string? Q { get; set; }

    public BookTree Tree { get; private set; } = null!;
    public ReferenceBook Book => Tree.Book;

    /// <summary>The one in the form; null of a new one.</summary>
    public ReferenceTerm? Term { get; private set; }
    public Uses Uses { get; private set; } = new(0, 0, []);
    public BookWords Words => words;
    public string Title => words.Of(Book.Called);
    public string FormTitle => Term is null ? texts["New term"] : words.Of(Term.Called);
    public bool MayAdd => Book.IsOwn || Book.MayBeExtended;
    public bool MayChange => Term is null ? MayAdd : Term.IsOwn;
    public IReadOnlyList<SelectListItem> Parents => words.Options(Tree, Term, BookTree.MostLevels - 1);
    public IEnumerable<ReferenceTerm> Merged => Term is null ? [] : Tree.MergedInto(Term);

    /// <summary>What the words that are looked for stand in, with whatever language's name.</summary>
    public IReadOnlyList<ReferenceTerm> Found => string.IsNullOrWhiteSpace(Q) ? [] : [.. Tree.All.Where(t => t.MergedIntoId is null && IsFound(t, Q.Trim())).OrderBy(t => words.Of(t.Called), StringComparer.CurrentCultureIgnoreCase).Take(MostFound)];

    /// <summary>Whether the branches below a term are shown: of a long book only on the way to the term in the form.</summary>
    public bool IsOpen(ReferenceTerm term)
    {
        if (Tree.All.Count() <= WholeTree) return true;
        for (var on = Term; on is not null; on = Tree.Above(on)) if (on == term) return true;
        return false;
    }

    /// <param name="code">Of the book.</param>
    /// <param name="term">Id of the one to be changed.</param>
    /// <param name="under">Id of the one below which a new one is to stand.</param>
    public async Task OnGetAsync(string code, string? term, string? under)
    {
        await OpenAsync(code, term);
        Form = Term is null ? new() { Under = under } : TermForm.Of(Term, Tree.Above(Term)?.TermId);
    }

    public async Task<IActionResult> OnPostAsync(string code, string? term)
    {
        await OpenAsync(code, term);
        if (!ModelState.IsValid) return Page();
        if (term is not null) await desk.ChangeAsync(code, term, Form.Said, Form.Version);
        else await desk.AddAsync(code, Form.Said);
        flash.Good(term is null ? T.Say("Added.") : T.Say("Saved."));
        // The next one usually stands beside the one before it.
        return RedirectToPage(new { code, term, under = term is null ? Form.Under : null });
    }

    public Task<IActionResult> OnPostUpAsync(string code, string term) => MoveAsync(code, term, -1);
    public Task<IActionResult> OnPostDownAsync(string code, string term) => MoveAsync(code, term, 1);

    public async Task<IActionResult> OnPostDeleteAsync(string code, string term)
    {
        await OnGetAsync(code, term, null);
        await desk.DeleteAsync(code, term);
        flash.Good(T.Say("The term “{0}” is deleted.", words.Of(Term!.Called)), Url.Page("/Admin/Changes/Undo", new { id = desk.Done }));
        return RedirectToPage(new { code, under = Form.Under });
    }

    private async Task<IActionResult> MoveAsync(string code, string term, int by)
    {
        await desk.MoveAsync(code, term, by);
        return RedirectToPage(new { code, term });
    }

    private async Task OpenAsync(string code, string? term)
    {
        Tree = await desk.OpenAsync(code);
        if (term is null) return;
        Term = Tree.Find(term);
        Uses = await used.OfTermsAsync([.. Tree.MergedInto(Term).Prepend(Term).Select(t => t.TermId)], 10);
    }

    private static bool IsFound(ReferenceTerm term, string words) =>
        Texts.Cultures.Any(c => term.Called[c].Contains(words, StringComparison.CurrentCultureIgnoreCase)) || term.Code?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
