using Integral.Programs.Approving;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>Builds one programme of modules: from the library, or written here.</summary>
[Authorize(ProgramsModule.Compose)]
internal sealed class ModulesModel(ProgrammeBook book, ModuleLibrary library, ModuleDesk desk, Approvals approvals, Current current, Flash flash) : PageModel
{
    [BindProperty] public TakeForm Form { get; set; } = new();

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<ProgrammeModule> Modules { get; private set; } = [];

    /// <summary>Modules of which the library says something else since.</summary>
    public IReadOnlySet<Guid> Newer { get; private set; } = new HashSet<Guid>();
    public IReadOnlyList<SelectListItem> Library { get; private set; } = [];
    public int Left => Programme.Hours - Programme.ModuleHours;

    /// <summary>Somebody can be asked to publish it.</summary>
    public bool MaySend { get; private set; }
    public bool MayManage => current.Can(ProgramsModule.Manage);

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        await ShowAsync();
        if (!ModelState.IsValid) return new PageResult { StatusCode = 422 };
        await desk.TakeAsync(Programme, await library.FindAsync(Form.Module!.Value));
        return Back(id, T.Say("The module is taken over."));
    }

    public Task<IActionResult> OnPostEarlierAsync(Guid id, Guid module) => DoAsync(id, module, one => desk.MoveAsync(Programme, one, one.Place - 1));
    public Task<IActionResult> OnPostLaterAsync(Guid id, Guid module) => DoAsync(id, module, one => desk.MoveAsync(Programme, one, one.Place + 1));
    public Task<IActionResult> OnPostRenewAsync(Guid id, Guid module) => DoAsync(id, module, one => desk.RenewAsync(Programme, one));

    private async Task<IActionResult> DoAsync(Guid id, Guid module, Func<ProgrammeModule, Task> work)
    {
        ModelState.Clear();
        await OpenAsync(id);
        await ShowAsync();      // where a rule refuses it, the page is shown again
        await work(ModuleDesk.Find(Programme, module));
        return Back(id, T.Say("Saved."));
    }

    private RedirectToPageResult Back(Guid id, Sentence done)
    {
        flash.Good(done);
        return RedirectToPage("Modules", new { id });
    }

    private async Task OpenAsync(Guid id) => Programme = await book.FindAsync(id);

    private async Task ShowAsync()
    {
        MaySend = await approvals.IsOfferedAsync(Programme);
        (Modules, Newer) = (Programme.InOrder(), await desk.NewerAsync(Programme));
        Library = [.. (await library.OfferedAsync(isOpen: false)).Select(m => new SelectListItem($"{m.Title} ({m.Hours})", $"{m.Id}"))];
    }
}

internal sealed class TakeForm
{
    [Display(Name = "Module of the library", Description = "In brackets its hours."), Required] public Guid? Module { get; set; }
}
