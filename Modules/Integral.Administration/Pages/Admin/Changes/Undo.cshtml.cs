using Integral.Platform.Changes;
using Integral.Ui;

namespace Integral.Administration.Pages.Admin.Changes;

/// <summary>What undoing a mass action would do, and doing it.</summary>
[Authorize(ChangeSets.UndoOwn)]
internal sealed class UndoModel(ChangeSets changes, Current current, Flash flash) : PageModel
{
    public ChangeSet Set { get; private set; } = null!;
    public UndoReport Would { get; private set; } = new(0, 0);

    /// <summary>How many mass actions going back to the moment before it takes back; 0 for who may not.</summary>
    public int Since { get; private set; }

    public Task OnGetAsync(Guid id) => ReadAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await ReadAsync(id);
        return Told(await changes.UndoAsync(id));
    }

    public async Task<IActionResult> OnPostSinceAsync(Guid id)
    {
        await ReadAsync(id);
        return Told(await changes.UndoSinceAsync(id));
    }

    private async Task ReadAsync(Guid id)
    {
        (Set, Would) = await changes.PlanAsync(id);
        if (current.Can(ChangeSets.UndoOthers)) Since = (await changes.ListAsync()).Count(r => r.MayUndo && (r.Set.At > Set.At || r.Set.Id == id));
    }

    private RedirectToPageResult Told(UndoReport report)
    {
        if (report.Left == 0) flash.Good(T.Say("Taken back. Records as before: {0}.", report.PutBack));
        else flash.Warn(T.Say("Taken back. Records as before: {0}. Left because somebody changed or used them since: {1}.", report.PutBack, report.Left));
        return RedirectToPage("Index");
    }
}
