using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Specialists;
using Integral.Ui;

namespace Integral.People.Pages.Admin.Specialists;

/// <summary>The institution's list of competencies; with an id, one of them is renamed.</summary>
[Authorize(PeopleModule.ManageSpecialists)]
internal sealed class CompetenciesModel(CompetencyList competencies, Flash flash) : PageModel
{
    [BindProperty] public CompetencyForm Form { get; set; } = new();

    public IReadOnlyList<UsedCompetency> All { get; private set; } = [];

    /// <summary>That is being renamed; null where a new one is added.</summary>
    public Competency? One { get; private set; }

    public static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async Task OnGetAsync(Guid? id)
    {
        await OpenAsync(id);
        if (One is not null) Form = new() { Ru = One.Ru, Kk = One.Kk, Uk = One.Uk, En = One.En, IsPriority = One.IsPriority, Version = One.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (One is null)
        {
            await competencies.AddAsync(Form.ToWords());
        }
        else
        {
            if (Form.Version is { } seen && seen != One.Version) throw Outdated(One);
            await competencies.RenameAsync(One, Form.ToWords());
        }
        return Back(T.Say("Saved."));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        ModelState.Clear();
        await OpenAsync(id);
        await competencies.RemoveAsync(One!);
        return Back(T.Say("{0} is removed.", One!.In(Culture)));
    }

    // Who has read this can save over it: what was typed is kept, and the form knows the newer version.
    private DbUpdateConcurrencyException Outdated(Competency there)
    {
        Form.Version = there.Version;
        ModelState.Remove("Form.Version");
        return new();
    }

    private RedirectToPageResult Back(Sentence done)
    {
        flash.Good(done);
        return RedirectToPage("Competencies", new { id = null as Guid? });
    }

    private async Task OpenAsync(Guid? id)
    {
        All = await competencies.UsedAsync();
        if (id is { } known) One = await competencies.FindAsync(known);
    }
}

internal sealed class CompetencyForm
{
    [Display(Name = "In Russian"), StringLength(Competency.LongestName)] public string? Ru { get; set; }
    [Display(Name = "In Kazakh"), StringLength(Competency.LongestName)] public string? Kk { get; set; }
    [Display(Name = "In Ukrainian"), StringLength(Competency.LongestName)] public string? Uk { get; set; }
    [Display(Name = "In English"), StringLength(Competency.LongestName)] public string? En { get; set; }
    [Display(Name = "Priority of the region", Description = "Visitors find it among the priority competencies, with the programmes that build it.")] public bool IsPriority { get; set; }
    public int? Version { get; set; }

    public CompetencyWords ToWords() => new(Ru, Kk, Uk, En, IsPriority);
}
