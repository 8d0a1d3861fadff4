using Integral.Platform.Backup;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Administration.Pages.Admin.Status;

/// <summary>What the installation does by itself, and what of it needs a person. Of the root institution only.</summary>
[Authorize(AdministrationModule.Watch)]
internal sealed class IndexModel(InstallationStatus status, DeadLetters letters, BackupHealth backups, FileHealth files, Works works, Current current, Flash flash, TimeProvider clock) : PageModel
{
    private const int Shown = 50;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(15);

    public IReadOnlyList<NodeStatus> Nodes { get; private set; } = [];
    public IReadOnlyList<JobStatus> Jobs { get; private set; } = [];
    public OutboxStatus Outboxes { get; private set; } = new(0, null, []);
    public IReadOnlyList<SenderStatus> Copies { get; private set; } = [];
    public DatabaseStatus Database { get; private set; } = null!;
    public FileStatus? Files { get; private set; }
    public IReadOnlyList<Tenant> OutOfService { get; private set; } = [];
    public int ToBeUpgraded { get; private set; }
    public IReadOnlyList<Undelivered> Undelivered { get; private set; } = [];
    public int UndeliveredInAll { get; private set; }

    public BackupHealth Backups => backups;
    public IReadOnlyList<TrialStatus> Trials { get; private set; } = [];
    public IReadOnlyList<TrialStatus> FailedTrials => [.. Trials.Where(t => t.Trouble is not null)];
    public TimeSpan? SinceTrial => Trials is [var last, ..] ? clock.GetUtcNow().UtcDateTime - last.At : null;
    /// <summary>Whose progress page it leads to must be open to them.</summary>
    public bool MayTry => backups.HasTrials && current.Can(AdministrationModule.Manage);
    public bool IsUntried => backups.HasTrials && Trials.Count == 0;
    public bool IsOverdue => backups.HasTrials && Trials is [var last, ..] && backups.IsOverdue(last);

    public TimeSpan? Oldest => Outboxes.Since is { } since ? clock.GetUtcNow().UtcDateTime - since : null;
    public bool IsSlow => Oldest > Long;
    public bool MayMend => current.Can(AdministrationModule.Manage);
    public bool IsWell => OutOfService.Count == 0 && Copies.Count == 0 && Files is not { Damaged.Count: > 0 } && UndeliveredInAll == 0 && !IsSlow && !Nodes.Any(n => n.IsSilent) && Jobs.All(j => j.Trouble is null) && !IsUntried && !IsOverdue && FailedTrials.Count == 0;

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

    public async Task<IActionResult> OnPostTryAsync()
    {
        if (!MayTry) return Forbid();
        await ReadAsync();
        var work = await works.StartAsync(current, T.Say("Trying a backup"), TryAsync);
        return RedirectToPage("/Admin/Tenants/Progress", new { work.Id });
    }

    private static async Task<WorkResult> TryAsync(IServiceProvider services, IProgress<WorkStep> progress, CancellationToken cancel)
    {
        var tried = await services.GetRequiredService<BackupHealth>().TryNowAsync(cancel);
        Rule.Require(tried is not null, "There is no scheduled backup of this version that could be tried.");
        if (tried.Trouble is { } trouble) throw new RuleException(trouble);
        return new("~/Admin/Status", [T.Say("The backup of '{0}' was restored and has the right hash. What was restored was taken away again.", tried.Tenant.Name)]);
    }

    private async Task ReadAsync()
    {
        if (!current.Tenant.IsRoot) throw new NotFoundException();
        (Nodes, Jobs, Outboxes, Database) = (await status.NodesAsync(), await status.JobsAsync(), await status.OutboxesAsync(), await status.DatabaseAsync());
        Copies = await status.CopiesAsync();
        (OutOfService, ToBeUpgraded) = (status.OutOfService, status.ToBeUpgraded);
        (Trials, Files) = (backups.Trials(), files.Read());
        (Undelivered, UndeliveredInAll) = (await letters.ListAsync(Shown), await letters.CountAsync());
    }
}
