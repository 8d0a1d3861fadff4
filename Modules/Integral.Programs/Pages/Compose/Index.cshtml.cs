using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Programs.Pages.Compose;

/// <summary>A visitor chooses modules for a programme of their own.</summary>
[AllowAnonymous]
internal sealed class IndexModel(ModuleLibrary library, Composing composing, Current current, Texts texts) : PageModel
{
    [BindProperty] public ComposeForm Form { get; set; } = new();

    /// <summary>The one from which the choice is changed.</summary>
    [BindProperty(SupportsGet = true)] public Guid? From { get; set; }

    public IReadOnlyList<SelectListItem> Modules { get; private set; } = [];

    /// <summary>Of each its hours and goals.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync()
    {
        await OpenAsync();
        if (From is { } from) Form.Modules = [.. (await composing.FindAsync(from)).Modules.Select(m => m.LibraryId)];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OpenAsync();
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        return LocalRedirect($"{current.Base}{current.CulturePrefix}/compose/{(await composing.ComposeAsync(Form.Modules)).Id}");
    }

    private static string Brief(string goals) => goals.Length < ModuleLibrary.LongestOffer ? goals : $"{goals.TrimEnd()}…";

    private async Task OpenAsync()
    {
        var open = await library.OfferedAsync(isOpen: true);
        Modules = [.. open.Select(m => new SelectListItem(m.Title, $"{m.Id}"))];
        Notes = open.ToDictionary(m => $"{m.Id}", m => string.Join(" · ", new[] { texts.Plural(m.Hours, "{0} hour", "{0} hours"), m.Lecturers, Brief(m.Goals) }.Where(s => s.Length > 0)));
    }
}

internal sealed class ComposeForm
{
    [Display(Name = "Modules")] public List<Guid> Modules { get; set; } = [];
}
