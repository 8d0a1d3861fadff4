using Integral.People.Merging;

namespace Integral.People.Pages.Admin.People;

/// <summary>Somebody's account as those see it who care for accounts: password, block, sign-ins.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class AccessModel(Members members, AccountCare care, PersonActions actions, PersonMerging merging, Current current) : PageModel
{
    public Member Member { get; private set; } = null!;

    /// <summary>Is the account this institution's own? If not, where it is signed in is nobody's business here.</summary>
    public bool IsOurs { get; private set; }
    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    public IReadOnlyList<Slip> Slips { get; private set; } = [];
    public bool IsMe => Member.Account?.Id == current.Account!.AccountId;

    public async Task OnGetAsync(Guid id)
    {
        Member = await members.FindAsync(id);
        IsOurs = await care.IsOursAsync(Member);
        if (IsOurs) Sessions = await members.SessionsOfAsync(Member.Account!.Id);
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id)
    {
        await OnGetAsync(id);
        Slips = [await care.ResetAsync(Member)];
        return Page();
    }

    public Task<IActionResult> OnPostBlockAsync(Guid id) => DoAsync(id, () => actions.BlockAsync(Member));
    public Task<IActionResult> OnPostUnblockAsync(Guid id) => DoAsync(id, () => actions.UnblockAsync(Member));
    public Task<IActionResult> OnPostEndAsync(Guid id, Guid? session) => DoAsync(id, () => actions.EndSessionsAsync(Member, session));
    public Task<IActionResult> OnPostRemoveAsync(Guid id) => DoAsync(id, () => actions.RemoveAsync(Member));
    public Task<IActionResult> OnPostDeleteAsync(Guid id) => DoAsync(id, () => actions.DeleteAsync(Member, Url.Page("Access", "Restore", new { id })));

    public async Task<IActionResult> OnPostRestoreAsync(Guid id)
    {
        await actions.RestoreAsync(id);
        return RedirectToPage("Show", new { id });
    }

    /// <summary>A merge between whose two halves the server stopped.</summary>
    public async Task<IActionResult> OnPostFinishAsync(Guid id, Guid other)
    {
        await OnGetAsync(id);
        await merging.FinishAsync(id, other);
        return RedirectToPage("Show", new { id });
    }

    private async Task<IActionResult> DoAsync(Guid id, Func<Task<string>> action)
    {
        await OnGetAsync(id);
        return RedirectToPage(await action(), null, new { id });
    }
}
