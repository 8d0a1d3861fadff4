using Integral.Ui;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>Writes a new programme, or a template, from one that is there.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class CopyModel(ProgrammeBook book, ProgrammeDesk desk, Flash flash) : PageModel
{
    [BindProperty] public CopyForm Form { get; set; } = new();

    public Programme Source { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Source = await book.FindAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Source = await book.FindAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var written = await desk.CopyAsync(Source, Form.Name, Form.IsTemplate);
        flash.Good(Form.IsTemplate ? T.Say("The template is kept.") : T.Say("The programme is written. Change what is different in it."));
        return RedirectToPage("Show", new { written.Id });
    }
}

internal sealed class CopyForm
{
    [Display(Name = "Name of the new one"), Required, StringLength(Programme.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "Keep it as a template", Description = "Visitors never see a template; other programmes are written from it.")] public bool IsTemplate { get; set; }
}
