namespace Integral.Programs.Pages.Admin.Modules;

/// <summary>The programmes and how far their hours are divided among modules: the way to them for whoever writes modules only.</summary>
[Authorize(ProgramsModule.Compose)]
internal sealed class ProgrammesModel(ProgrammeBook book) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Name of the programme")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ProgrammePage Programmes { get; private set; } = new([], null);
    public string? Next => Programmes.Next is { } after ? Url.Page(null, new { Q, after }) : null;

    public async Task OnGetAsync() => Programmes = await book.PageAsync(new(Q, After: After));
}
