using Integral.Applications.Drafts;
using Integral.Ui;

namespace Integral.Applications.Pages.Applications;

/// <summary>What somebody who is signed in has applied for.</summary>
[Authorize]
internal sealed class IndexModel(ApplicationBook book, DraftDesk drafts, Current current, Flash flash) : PageModel
{
    public IReadOnlyList<Application> Sent { get; private set; } = [];

    /// <summary>What was begun and not sent.</summary>
    public IReadOnlyList<Draft> Begun { get; private set; } = [];

    public async Task OnGetAsync() => (Sent, Begun) = (await book.OfAccountAsync(current.Account!.AccountId), await drafts.MineAsync());

    public async Task<IActionResult> OnPostDeleteAsync(Guid draft)
    {
        await OnGetAsync();
        await drafts.DeleteAsync(draft);
        flash.Good(T.Say("Deleted."));
        return RedirectToPage();
    }
}
