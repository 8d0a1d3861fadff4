namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>All programmes of the institution.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class IndexModel(ProgrammeBook book) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name of the programme")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public bool Templates { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ProgrammePage Programmes { get; private set; } = new([], null);
    public string? Next => Programmes.Next is { } after ? Url.Page(null, new { Q, Templates, after }) : null;

    public async Task OnGetAsync() => Programmes = await book.PageAsync(new(Q, After: After, IsTemplate: Templates));
}
