using Integral.Programs.Approving;
using Integral.Programs.Versions;
using Integral.Ui;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>What waits for approval of a programme, what it changes, and what was decided. Opened for the programme or for the draft of its next version, it is the same page.</summary>
[Authorize(ProgramsModule.Compose)]
internal sealed class ApprovalModel(Approvals approvals, VersionBook versions, Current current, Texts texts, Flash flash) : PageModel
{
    /// <summary>The programme that visitors see, or will see.</summary>
    public Programme Of { get; private set; } = null!;

    /// <summary>What is sent of it: the draft of its next version, or itself.</summary>
    public Programme Written { get; private set; } = null!;

    /// <summary>What visitors would see otherwise.</summary>
    public IReadOnlyList<VersionChange> Changes { get; private set; } = [];
    public CaseView Case { get; private set; } = null!;
    public bool MaySend { get; private set; }
    public bool MayTakeBack { get; private set; }
    public string BackTo => current.Can(ProgramsModule.Manage) ? $"~/Admin/Programmes/Show/{Written.Id}" : $"~/Admin/Programmes/Modules/{Written.Id}";

    public async Task OnGetAsync(Guid id)
    {
        (Of, Written) = await approvals.FindAsync(id);
        Case = await approvals.CaseAsync(Of);
        (MaySend, MayTakeBack) = (await approvals.IsOfferedAsync(Written), approvals.MayTakeBack(Written));
        if (MaySend || Written.IsSent) Changes = await versions.ChangesAsync(Of, Written, texts);
    }

    /// <param name="seen">State of what was looked at: nothing is sent that was written since.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int seen)
    {
        await OnGetAsync(id);
        if (Written.Version != seen) throw new DbUpdateConcurrencyException();
        await approvals.SendAsync(Written);
        flash.Good(T.Say("Sent. Here you see what is decided."));
        return RedirectToPage("Approval", new { Of.Id });
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id)
    {
        await OnGetAsync(id);
        await approvals.TakeBackAsync(Written);
        flash.Good(T.Say("Nobody has to decide on it any more. You can go on writing."));
        return RedirectToPage("Approval", new { Of.Id });
    }
}
