using Integral.Ui;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>The institution's categories of learners; with an id, one of them is renamed.</summary>
[Authorize(ProgramsModule.Manage)]
internal sealed class CategoriesModel(LearnerCategories categories, Flash flash) : PageModel
{
    [BindProperty] public CategoryForm Form { get; set; } = new();

    public IReadOnlyList<UsedCategory> All { get; private set; } = [];

    /// <summary>That is being renamed; null where a new one is added.</summary>
    public LearnerCategory? One { get; private set; }

    public async Task OnGetAsync(Guid? id)
    {
        await OpenAsync(id);
        if (One is not null) Form = new() { Name = One.Name, Version = One.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (One is null)
        {
            await categories.AddAsync(Form.Name);
        }
        else
        {
            if (Form.Version is { } seen && seen != One.Version) throw Outdated(One);
            await categories.RenameAsync(One, Form.Name);
        }
        return Back(T.Say("Saved."));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        ModelState.Clear();
        await OpenAsync(id);
        await categories.RemoveAsync(One!);
        return Back(T.Say("{0} is removed.", One!.Name));
    }

    // Who has read this can save over it: what was typed is kept, and the form knows the newer version.
    private DbUpdateConcurrencyException Outdated(LearnerCategory there)
    {
        Form.Version = there.Version;
        ModelState.Remove("Form.Version");
        return new();
    }

    private RedirectToPageResult Back(Sentence done)
    {
        flash.Good(done);
        return RedirectToPage("Categories", new { id = null as Guid? });
    }

    private async Task OpenAsync(Guid? id)
    {
        All = await categories.UsedAsync();
        if (id is { } known) One = await categories.FindAsync(known);
    }
}

internal sealed class CategoryForm
{
    [Display(Name = "Name of the category", Description = "For example: school teachers, students of colleges, people who look for work."), Required, StringLength(LearnerCategory.LongestName)] public string Name { get; set; } = "";
    public int? Version { get; set; }
}
