using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Ui;

namespace Integral.Administration.Pages.Admin.Status;

/// <summary>What the installation does by itself, and what of it needs a person. Of the root institution only.</summary>
[Authorize(AdministrationModule.Watch)]
internal sealed class IndexModel(InstallationStatus status, DeadLetters letters, Current current, Flash flash, TimeProvider clock) : PageModel
{
    private const int Shown = 50;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);

    public IReadOnlyList<NodeStatus> Nodes { get; private set; } = [];
    public IReadOnlyList<JobStatus> Jobs { get; private set; } = [];
    public OutboxStatus Outboxes { get; private set; } = new(0, null, []);
    public DatabaseStatus Database { get; private set; } = null!;
    public IReadOnlyList<Undelivered> Undelivered { get; private set; } = [];
    public int UndeliveredInAll { get; private set; }

    public TimeSpan? Oldest => Outboxes.Since is { } since ? clock.GetUtcNow().UtcDateTime - since : null;
    public bool IsSlow => Oldest > Long;
    public bool IsWell => UndeliveredInAll == 0 && !IsSlow && !Nodes.Any(n => n.IsSilent) && Jobs.All(j => j.Trouble is null);

    public async Task<IActionResult> OnGetAsync()
    {
        await ReadAsync();
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Figures", this) : Page();
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id)
    {
        await ReadAsync();
        await letters.RetryAsync(id);
        flash.Good(T.Say("The message is on its way again."));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id)
    {
        await ReadAsync();
        await letters.DropAsync(id);
        flash.Good(T.Say("The message was dropped."));
        return RedirectToPage();
    }

    private async Task ReadAsync()
    {
        if (!current.Tenant.IsRoot) throw new NotFoundException();
        (Nodes, Jobs, Outboxes, Database) = (await status.NodesAsync(), await status.JobsAsync(), await status.OutboxesAsync(), await status.DatabaseAsync());
        (Undelivered, UndeliveredInAll) = (await letters.ListAsync(Shown), await letters.CountAsync());
    }
}
