using Integral.Ui;
using Integral.Workflows.Cases;
using Integral.Workflows.Inbox;

namespace Integral.Workflows.Pages.Admin.Inbox;

/// <summary>One matter, and what one decides of it.</summary>
[Authorize(WorkflowsModule.Work)]
internal sealed class ShowModel(InboxDesk desk, InboxBook book, Current current, Flash flash) : PageModel
{
    [BindProperty] public DecisionForm Form { get; set; } = new();
    [BindProperty] public string? Outcome { get; set; }

    public OpenedTask Opened { get; private set; } = null!;
    public CaseTask Task => Opened.Task;
    public bool IsMine => Task.ClaimedById == current.Account!.AccountId;
    public bool IsOthers => Task.ClaimedById is not null && !IsMine;
    public bool IsLate => Task.IsOpen && Task.DueOn < book.Today;
    public string? Address => Opened.Card is { Address: { } address } card && current.Can(card.Permission) ? current.Base + address : null;

    public async Task OnGetAsync(Guid id) => Opened = await desk.OpenAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Opened = await desk.OpenAsync(id);
        if (!ModelState.IsValid) return Page();
        await desk.DecideAsync(id, Outcome ?? "", Form.Reason);
        flash.Good(T.Say("Decided: {0}.", new Sentence($"{Outcome}")));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostClaimAsync(Guid id)
    {
        Opened = await desk.OpenAsync(id);
        await desk.ClaimAsync(id);
        flash.Good(T.Say("It is yours now."));
        return RedirectToPage("Show", new { id });
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id)
    {
        Opened = await desk.OpenAsync(id);
        await desk.ReleaseAsync(id);
        flash.Good(T.Say("Everybody of its roles may decide it again."));
        return RedirectToPage("Show", new { id });
    }
}

internal sealed class DecisionForm
{
    [Display(Name = "Why", Description = "Whoever is concerned reads it."), StringLength(CaseTask.LongestReason)] public string? Reason { get; set; }
}
