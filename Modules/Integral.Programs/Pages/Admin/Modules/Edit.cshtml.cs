using Integral.Ui;

namespace Integral.Programs.Pages.Admin.Modules;

/// <summary>A module of the library; without an id a new one.</summary>
[Authorize(ProgramsModule.Compose)]
internal sealed class EditModel(ModuleLibrary library, Flash flash) : PageModel
{
    [BindProperty] public LibraryModuleForm Form { get; set; } = new();

    public LibraryModule? Module { get; private set; }

    /// <summary>Programmes that have taken it.</summary>
    public IReadOnlyList<(Guid Id, string Name)> UsedIn { get; private set; } = [];

    public async Task OnGetAsync(Guid? id)
    {
        await OpenAsync(id);
        if (Module is null) return;
        Form.Show(Module);
        Form.IsOpen = Module.IsOpen;
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        await OpenAsync(id);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (Module is null)
        {
            await library.AddAsync(Form.ToWords(), Form.IsOpen);
        }
        else
        {
            Form.RequireSeen(Module, ModelState);
            await library.ChangeAsync(Module, Form.ToWords(), Form.IsOpen);
        }
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id)
    {
        ModelState.Clear();
        await OpenAsync(id);
        await library.DeleteAsync(Module!);
        flash.Good(T.Say("{0} is removed.", Module!.Title), Url.Page("Edit", "Restore", new { id }));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        await library.RestoreAsync(id);
        return RedirectToPage("Edit", new { id });
    }

    private async Task OpenAsync(Guid? id)
    {
        if (id is not { } known) return;
        Module = await library.FindAsync(known);
        UsedIn = await library.UsedInAsync(known);
    }
}

internal sealed class LibraryModuleForm : ModuleForm
{
    [Display(Name = "Visitors can choose it for a programme of their own")] public bool IsOpen { get; set; }
}
