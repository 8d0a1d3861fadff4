using Integral.Programs.Approving;
using Integral.Programs.Versions;
using Integral.Ui;

namespace Integral.Programs.Pages.Admin.Programmes;

/// <summary>The next version of a programme: what its draft changes, and whether visitors shall see it. Opened for the programme or for the draft, it is the same page.</summary>
[Authorize(ProgramsModule.Compose)]
internal sealed class DraftModel(ProgrammeBook book, VersionBook versions, DraftDesk drafts, ProgrammeDesk desk, Approvals approvals, Current current, Texts texts, Flash flash) : PageModel
{
    /// <summary>The programme whose next version is written.</summary>
    public Programme Of { get; private set; } = null!;

    /// <summary>Null before it is begun.</summary>
    public Programme? Draft { get; private set; }
    public IReadOnlyList<VersionChange> Changes { get; private set; } = [];

    /// <summary>Somebody can be asked to publish it.</summary>
    public bool MaySend { get; private set; }
    public bool MayManage => current.Can(ProgramsModule.Manage);

    public async Task OnGetAsync(Guid id)
    {
        await OpenAsync(id);
        if (Draft is null) return;
        Changes = await versions.ChangesAsync(Of, Draft, texts);
        MaySend = await approvals.IsOfferedAsync(Draft);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await OpenAsync(id);
        await drafts.OpenAsync(Of);
        flash.Good(T.Say("The draft says what the programme says. Change what is to be different."));
        return RedirectToPage("Draft", new { Of.Id });
    }

    /// <param name="seen">State of the draft whose changes were looked at: nothing is published that was written since.</param>
    public async Task<IActionResult> OnPostPublishAsync(Guid id, int seen)
    {
        await OnGetAsync(id);
        if (!MayManage) throw new NotAllowedException();
        if (Draft is null) throw new NotFoundException();
        if (Draft.Version != seen) throw new DbUpdateConcurrencyException();
        await desk.ShowAsync(Draft, true);
        flash.Good(T.Say("Visitors see the next version."));
        return RedirectToPage("Show", new { Of.Id });
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id)
    {
        await OpenAsync(id);
        await drafts.DiscardAsync(Of);
        flash.Good(T.Say("The draft is thrown away."));
        return MayManage ? RedirectToPage("Show", new { Of.Id }) : RedirectToPage("Modules", new { Of.Id });
    }

    private async Task OpenAsync(Guid id)
    {
        Of = await book.FindAsync(id);
        if (Of.DraftOfId is { } of) Of = await book.FindAsync(of);
        if (Of.Draft is { } draft) Draft = await book.FindAsync(draft.Id);
    }
}
