using Integral.People.Import;
using Integral.Platform.Jobs;

namespace Integral.People.Pages.Admin.People;

/// <summary>An import of the person who asks, while it goes on and for an hour afterwards; with the first passwords that it made.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class ImportProgressModel(Works works, ImportWork imports, Current current) : PageModel
{
    public Work Work { get; private set; } = null!;
    public ImportRun? Run { get; private set; }
    public ImportReport? Report => Work.Result?.MoreAs<ImportReport>();
    public IReadOnlyList<Slip> Slips { get; private set; } = [];

    public bool IsRunning => Work.State == WorkState.Running;
    public bool IsBeingCancelled => Run?.State is ImportState.GivenUp or ImportState.TakenBack && IsRunning;
    public bool IsCancelled => Work.Trouble?.Key == PeopleImport.Cancelled.Key;

    /// <summary>Its server is gone, and what it wrote hasn't been taken back yet.</summary>
    public bool IsLeftover => Run is { ChangeSetId: not null, State: ImportState.Going or ImportState.GivenUp };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        await FindAsync(id);
        if (!Request.Headers.ContainsKey("HX-Request")) return Page();
        // The button that cancels stands beside what is read anew, not in it: a press on what is just being replaced would be lost.
        if (!IsRunning) Response.Headers["HX-Refresh"] = "true";
        return Partial("_ImportProgress", this);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id)
    {
        await FindAsync(id);
        await imports.CancelAsync(Work);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostSlipsAsync(Guid id)
    {
        await FindAsync(id);
        Slips = Report?.Slips ?? throw new NotFoundException();
        return Page();
    }

    private async Task FindAsync(Guid id)
    {
        Work = await works.FindAsync(id, current);
        Run = await imports.RunOfAsync(Work);
        Response.Headers.CacheControl = "no-store";
    }
}
