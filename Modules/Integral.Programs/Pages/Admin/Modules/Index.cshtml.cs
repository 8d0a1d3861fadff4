namespace Integral.Programs.Pages.Admin.Modules;

/// <summary>The institution's library of modules.</summary>
[Authorize(ProgramsModule.Compose)]
internal sealed class IndexModel(ModuleLibrary library) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Title of the module")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ModulePage Modules { get; private set; } = new([], null);
    public string? Next => Modules.Next is { } after ? Url.Page(null, new { Q, after }) : null;

    public async Task OnGetAsync() => Modules = await library.PageAsync(new(Q, After: After));
}
