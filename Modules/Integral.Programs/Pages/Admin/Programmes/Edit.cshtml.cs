using Integral.Ui;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>Writes a programme, a new one or one that is there.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class EditModel(ProgrammeBook book, ProgrammeDesk desk, Flash flash) : PageModel
{
    [BindProperty] public ProgrammeForm Form { get; set; } = new();
    [BindProperty] public int? Version { get; set; }

    public Programme? Programme { get; private set; }

    public async Task OnGetAsync(Guid? id)
    {
        if (id is null) return;
        Programme = await book.FindAsync(id.Value);
        Version = Programme.Version;
        Form = new() { Name = Programme.Name, Summary = Programme.Summary, Text = Programme.Text, Hours = Programme.Hours, Form = Programme.Form, Audience = Programme.Audience, Document = Programme.Document };
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        if (id is { } known) Programme = await book.FindAsync(known);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (Programme is not null && Version is { } seen && seen != Programme.Version) throw new DbUpdateConcurrencyException();
        var words = new ProgrammeWords(Form.Name, Form.Summary ?? "", Form.Text ?? "", Form.Hours!.Value, Form.Form, Form.Audience ?? "", Form.Document ?? "");
        if (Programme is null) Programme = await desk.AddAsync(words);
        else await desk.ChangeAsync(Programme, words);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { Programme.Id });
    }
}

internal sealed class ProgrammeForm
{
    [Display(Name = "Name of the programme"), Required, StringLength(Programme.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "In one or two sentences", Description = "The catalogue shows it."), StringLength(Programme.LongestSummary)] public string? Summary { get; set; }
    [Display(Name = "Academic hours"), Required, Range(1, Programme.MostHours)] public int? Hours { get; set; }
    [Display(Name = "How one learns")] public StudyForm Form { get; set; }
    [Display(Name = "For whom"), StringLength(Programme.LongestAudience)] public string? Audience { get; set; }
    [Display(Name = "What is given at the end"), StringLength(Programme.LongestAudience)] public string? Document { get; set; }
    [Display(Name = "About the programme", Description = "Goals, contents, who teaches. An empty line begins a new paragraph."), StringLength(Programme.LongestText)] public string? Text { get; set; }
}
