using Integral.Workflows.Inbox;

namespace Integral.Workflows.Pages.Admin.Inbox;

/// <summary>What waits for one.</summary>
[Authorize(WorkflowsModule.Work)]
internal sealed class IndexModel(InboxBook book) : PageModel
{
    [BindProperty(SupportsGet = true)] public InboxSide Side { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public InboxPage Tasks { get; private set; } = new([], null);
    public int Waiting { get; private set; }
    public string? Next => Tasks.Next is { } after ? Url.Page(null, new { Side, after }) : null;

    public bool IsLate(InboxRow row) => row.DecidedAt is null && row.DueOn < book.Today;

    public async Task OnGetAsync() => (Tasks, Waiting) = (await book.PageAsync(Side, After), await book.CountAsync(InboxSide.Waiting));
}
