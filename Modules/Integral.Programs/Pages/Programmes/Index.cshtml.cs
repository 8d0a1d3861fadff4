using System.Globalization;
using Integral.Programs.Competencies;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Programs.Pages.Programmes;

/// <summary>The catalogue that visitors see.</summary>
[AllowAnonymous]
internal sealed class IndexModel(ProgrammeBook book, LearnerCategories categories, ModuleLibrary library, BuiltCompetencies competencies, Current current) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "What do you want to learn?")] public string? Q { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "How one learns")] public StudyForm? Form { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Category of learners")] public Guid? Category { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Competency")] public Guid? Competency { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Only those that build priority competencies of the region")] public bool Priority { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "Only those for which one can apply today")] public bool Open { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ProgrammePage Programmes { get; private set; } = new([], null);
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Form is not null || Category is not null || Competency is not null || Priority || Open;
    public string Action => $"{current.Base}{current.CulturePrefix}/programmes";
    public string? Next => Programmes.Next is { } after ? $"{Action}?Q={Uri.EscapeDataString(Q ?? "")}&Form={Form}&Category={Category}&Competency={Competency}&Priority={(Priority ? "true" : "false")}&Open={(Open ? "true" : "false")}&After={after}" : null;

    public string To(ProgrammeRow row) => $"{Action}/{row.Slug}";

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    /// <summary>Competencies that programmes in the catalogue build.</summary>
    public IReadOnlyList<SelectListItem> Competencies { get; private set; } = [];

    /// <summary>The region has named some that it needs before others.</summary>
    public bool HasPriorities { get; private set; }

    /// <summary>Some modules can be chosen for a programme of one's own.</summary>
    public bool MayCompose { get; private set; }

    public async Task OnGetAsync()
    {
        Programmes = await book.PageAsync(new(Q, Form, Open, IsPublic: true, After, Category, Competency: Competency, IsPriority: Priority), 24);
        Categories = [.. (await categories.AllAsync()).Select(c => new SelectListItem(c.Name, $"{c.Id}"))];
        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        Competencies = [.. (await competencies.OfferedAsync()).Select(c => new SelectListItem(c.In(culture), $"{c.Id}"))];
        HasPriorities = await competencies.HasPrioritiesAsync();
        MayCompose = await library.HasOpenAsync();
    }
}
