using Integral.Programs.Requests;
using Integral.Ui;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Pages.Admin.ProgrammeRequests;

/// <summary>One request as staff see it: what is wanted, what was decided, and the programme that is written of it.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class ShowModel(RequestBook book, RequestDesk desk, ICases cases, Flash flash) : PageModel
{
    [BindProperty] public BuildForm Form { get; set; } = new();

    public ProgrammeRequest Of { get; private set; } = null!;
    public Programme? Programme { get; private set; }
    public CaseView Case { get; private set; } = null!;

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        Form.Name = Of.Title;
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        var written = await desk.BuildAsync(Of, Form.Name, Form.Hours!.Value);
        flash.Good(T.Say("The programme is written. Add its modules and texts, then put it into the catalogue: the organisation is told."));
        return RedirectToPage("/Admin/Programmes/Show", new { written.Id });
    }

    private async Task OpenAsync(Guid id)
    {
        Of = await book.FindAsync(id);
        (Programme, Case) = (await book.ProgrammeAsync(Of), await cases.OfAsync(ProgrammeRequest.Kind, id));
    }
}

internal sealed class BuildForm
{
    [Display(Name = "Name of the programme"), Required, StringLength(Programme.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "Academic hours"), Required, Range(1, Programme.MostHours)] public int? Hours { get; set; }
}
