using System.Globalization;
using Integral.People.Contracts;
using Integral.Programs.Competencies;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>Writes a programme, a new one or one that is there.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class EditModel(ProgrammeBook book, ProgrammeDesk desk, LearnerCategories categories, BuiltCompetencies competencies, Flash flash) : PageModel
{
    [BindProperty] public ProgrammeForm Form { get; set; } = new();
    [BindProperty] public int? Version { get; set; }

    public Programme? Programme { get; private set; }
    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    /// <summary>The institution's list, to choose from.</summary>
    public IReadOnlyList<SelectListItem> Competencies { get; private set; } = [];

    public async Task OnGetAsync(Guid? id)
    {
        await OpenAsync(id);
        if (Programme is not null) Show(Programme);
        Form.Widen();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        // Somebody has removed it meanwhile: what was typed stays.
        Rule.Require(Form.CategoryId is not { } category || Categories.Any(c => c.Value == $"{category}"), "This category isn't there any more. Choose another one.", "CategoryId");
        Rule.Require(Form.Aimed().All(a => Competencies.Any(c => c.Value == $"{a.Competency}")), "A competency that you chose isn't there any more. Choose another one.");
        if (Programme is not null && Version is { } seen && seen != Programme.Version) throw new DbUpdateConcurrencyException();
        var words = new ProgrammeWords(Form.Name, Form.Summary ?? "", Form.Text ?? "", Form.Hours!.Value, Form.Form, Form.Audience ?? "", Form.Document ?? "", Form.Goals ?? "", Form.Results ?? "", Form.CategoryId) { Competencies = [.. Form.Aimed()] };
        if (Programme is null) Programme = await desk.AddAsync(words);
        else await desk.ChangeAsync(Programme, words);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { Programme.Id });
    }

    private void Show(Programme programme)
    {
        Version = programme.Version;
        Form = new()
        {
            Name = programme.Name, Summary = programme.Summary, Text = programme.Text, Hours = programme.Hours, Form = programme.Form, Audience = programme.Audience, Document = programme.Document,
            Goals = programme.Goals, Results = programme.Results, CategoryId = programme.CategoryId, Aims = [.. programme.Competencies.Select(c => new AimForm { Competency = c.CompetencyId, Level = c.Level })],
        };
    }

    private async Task OpenAsync(Guid? id)
    {
        if (id is { } known) Programme = await book.FindAsync(known);
        Categories = [.. (await categories.AllAsync()).Select(c => new SelectListItem(c.Name, $"{c.Id}"))];
        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        Competencies = [.. (await competencies.AllAsync()).Select(c => new SelectListItem(c.In(culture), $"{c.Id}"))];
    }
}

internal sealed class ProgrammeForm
{
    private const int Least = 3, Spare = 2;

    [Display(Name = "Name of the programme"), Required, StringLength(Programme.LongestName)] public string Name { get; set; } = "";
    [Display(Name = "In one or two sentences", Description = "The catalogue shows it."), StringLength(Programme.LongestSummary)] public string? Summary { get; set; }
    [Display(Name = "Academic hours"), Required, Range(1, Programme.MostHours)] public int? Hours { get; set; }
    [Display(Name = "How one learns")] public StudyForm Form { get; set; }
    [Display(Name = "For whom"), StringLength(Programme.LongestAudience)] public string? Audience { get; set; }
    [Display(Name = "Category of learners")] public Guid? CategoryId { get; set; }
    [Display(Name = "What is given at the end"), StringLength(Programme.LongestAudience)] public string? Document { get; set; }
    [Display(Name = "Goals", Description = "What the programme is for."), StringLength(Programme.LongestGoals)] public string? Goals { get; set; }
    [Display(Name = "What one can do afterwards", Description = "Competencies and how well, one a line: for example «reads drawings: by oneself»."), StringLength(Programme.LongestGoals)] public string? Results { get; set; }
    [Display(Name = "About the programme", Description = "Anything else that visitors should read. An empty line begins a new paragraph."), StringLength(Programme.LongestText)] public string? Text { get; set; }
    public List<AimForm> Aims { get; set; } = [];

    /// <summary>What was chosen in the lines; those without a competency are left out.</summary>
    public IEnumerable<AimedCompetency> Aimed() => Aims.Where(a => a.Competency is not null).Select(a => new AimedCompetency(a.Competency!.Value, a.Level));

    /// <summary>Leaves room for more competencies.</summary>
    public void Widen()
    {
        for (var more = Math.Max(Least - Aims.Count, Spare); more > 0 && Aims.Count < Programme.MostCompetencies; more--) Aims.Add(new());
    }
}

internal sealed class AimForm
{
    [Display(Name = "Competency")] public Guid? Competency { get; set; }
    [Display(Name = "How well one can do it afterwards")] public CompetencyLevel? Level { get; set; }
}
