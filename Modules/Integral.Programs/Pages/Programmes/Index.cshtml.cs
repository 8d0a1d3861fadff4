using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Programs.Pages.Programmes;

/// <summary>The catalogue that visitors see.</summary>
[AllowAnonymous]
internal sealed class IndexModel(ProgrammeBook book, LearnerCategories categories, ModuleLibrary library, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "What do you want to learn?")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "How one learns")] public StudyForm? Form { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Category of learners")] public Guid? Category { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Only those for which one can apply today")] public bool Open { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ProgrammePage Programmes { get; private set; } = new([], null);
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Form is not null || Category is not null || Open;
    public string Action => $"{current.Base}{current.CulturePrefix}/programmes";
    public string? Next => Programmes.Next is { } after ? $"{Action}?Q={Uri.EscapeDataString(Q ?? "")}&Form={Form}&Category={Category}&Open={(Open ? "true" : "false")}&After={after}" : null;

    public string To(ProgrammeRow row) => $"{Action}/{row.Slug}";

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    /// <summary>Some modules can be chosen for a programme of one's own.</summary>
    public bool MayCompose { get; private set; }

    public async Task OnGetAsync()
    {
        Programmes = await book.PageAsync(new(Q, Form, Open, IsPublic: true, After, Category), 24);
        Categories = [.. (await categories.AllAsync()).Select(c => new SelectListItem(c.Name, $"{c.Id}"))];
        MayCompose = await library.HasOpenAsync();
    }
}
