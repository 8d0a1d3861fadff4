using Integral.Platform.Changes;

namespace Integral.Administration.Pages.Admin.Changes;

/// <summary>Mass actions of the last day: one's own, and for who may undo for others everybody's.</summary>
[Authorize(ChangeSets.UndoOwn)]
internal sealed class IndexModel(ChangeSets changes) : PageModel
{
    public IReadOnlyList<ChangeSetRow> Rows { get; private set; } = [];

    public async Task OnGetAsync() => Rows = await changes.ListAsync();
}
