using Integral.Ui;

namespace Integral.Help.Pages.Admin.Remarks;

/// <summary>One remark, and what is done about it.</summary>
[Authorize(HelpModule.Remarks)]
internal sealed class ShowModel(RemarkDesk desk, RemarkLetters letters, Flash flash) : PageModel
{
    [BindProperty] public LineForm Form { get; set; } = new();
    [BindProperty] public int? Version { get; set; }
    public Remark Remark { get; private set; } = null!;
    public bool IsWritten => letters.Reach(Remark);

    /// <summary>The page it is about, where that is one of ours.</summary>
    public string? Address => Remark.Page is ['/', not ('/' or '\\'), ..] ? Remark.Page : null;

    public async Task OnGetAsync(Guid id)
    {
        Remark = await desk.OfIdAsync(id);
        (Version, Form.Text) = (Remark.Version, Remark.Answer ?? "");
    }

    public Task<IActionResult> OnPostTakeAsync(Guid id) => DoAsync(id, (r, who, at) => r.Take(who, at), T.Say("It is yours now."));

    public async Task<IActionResult> OnPostAnswerAsync(Guid id)
    {
        Remark = await desk.OfIdAsync(id);
        if (!ModelState.IsValid) return Page();
        return await DoAsync(id, (r, who, at) => r.Reply(Form.Text.Trim(), who, at), IsWritten ? T.Say("Answered. A letter is on its way.") : T.Say("Answered. The sender sees it by their own address."));
    }

    public Task<IActionResult> OnPostCloseAsync(Guid id) => DoAsync(id, (r, who, at) => r.Close(who, at), T.Say("Closed."), undo: Url.Page("Show", "Reopen", new { id }));
    public Task<IActionResult> OnPostReopenAsync(Guid id) => DoAsync(id, (r, who, at) => r.Reopen(who, at), T.Say("Open again."));

    private async Task<IActionResult> DoAsync(Guid id, Action<Remark, string, DateTime> what, Sentence done, string? undo = null)
    {
        ModelState.Clear();      // an answer isn't asked for by every button
        Remark = await desk.OfIdAsync(id);
        await desk.DoAsync(Remark, Version, what);
        flash.Good(done, undo);
        return RedirectToPage("Show", new { id });
    }
}
