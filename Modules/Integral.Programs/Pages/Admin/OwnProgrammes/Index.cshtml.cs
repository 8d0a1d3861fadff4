namespace Integral.Programs.Pages.Admin.OwnProgrammes;

/// <summary>Programmes that visitors have composed and applied for.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class IndexModel(OwnDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public OwnPage Programmes { get; private set; } = new([], null);
    public string? Next => Programmes.Next is { } after ? Url.Page(null, new { after }) : null;

    public async Task OnGetAsync() => Programmes = await desk.PageAsync(After);
}
