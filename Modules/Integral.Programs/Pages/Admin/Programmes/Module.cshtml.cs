using Integral.Ui;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>A module of one programme; without an id a new one.</summary>
[Authorize(ProgramsModule.Compose)]
internal sealed class ModuleModel(ProgrammeBook book, ModuleDesk desk, Flash flash) : PageModel
{
    [BindProperty] public ModuleForm Form { get; set; } = new();

    public Programme Programme { get; private set; } = null!;
    public ProgrammeModule? Module { get; private set; }

    public async Task OnGetAsync(Guid id, Guid? module)
    {
        await OpenAsync(id, module);
        if (Module is not null) Form.Show(Module);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? module)
    {
        await OpenAsync(id, module);
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        if (Module is null)
        {
            await desk.AddAsync(Programme, Form.ToWords());
        }
        else
        {
            Form.RequireSeen(Module, ModelState);
            await desk.ChangeAsync(Programme, Module, Form.ToWords());
        }
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Modules", new { id, module = null as Guid? });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid module)
    {
        ModelState.Clear();
        await OpenAsync(id, module);
        await desk.RemoveAsync(Programme, Module!);
        flash.Good(T.Say("{0} is removed.", Module!.Title));
        return RedirectToPage("Modules", new { id, module = null as Guid? });
    }

    private async Task OpenAsync(Guid id, Guid? module)
    {
        Programme = await book.FindAsync(id);
        if (module is { } known) Module = ModuleDesk.Find(Programme, known);
    }
}
