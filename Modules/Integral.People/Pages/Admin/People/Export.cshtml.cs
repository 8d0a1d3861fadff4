using Integral.People.Export;
using Integral.Platform.Sheets;

namespace Integral.People.Pages.Admin.People;

/// <summary>The people whom the list shows, as a table to take along.</summary>
[Authorize(PeopleModule.Export)]
internal sealed class ExportModel(PeopleExport export, PeopleList list) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Role { get; set; }
    [BindProperty(SupportsGet = true)] public AccountState? State { get; set; }
    [BindProperty] public ExportForm Form { get; set; } = new();

    public int Number { get; private set; }

    public async Task OnGetAsync() => Number = (await list.IdsAsync(Filter)).Count;

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        if (!ModelState.IsValid) return Page();
        return new ExportAnswer(await export.NoteAsync(new(Form.Reason, Form.Format, Filter)), Form.Format);
    }

    private PeopleFilter Filter => new(Q, Role, State, null);
}

internal sealed class ExportForm
{
    [Display(Name = "What are the data needed for?", Description = "The head reads it."), Required, StringLength(PeopleExport.LongestReason)] public string Reason { get; set; } = "";
    [Display(Name = "Kind of file")] public SheetFormat Format { get; set; }
}
