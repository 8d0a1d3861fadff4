using Integral.Ui;
using Integral.Workflows.Inbox;

namespace Integral.Workflows.Pages.Admin.Inbox;

/// <summary>What waits for one, in columns: what is to be decided beside each other, in the order of the workflow. The same tasks and rights as in the list.</summary>
[Authorize(WorkflowsModule.Work)]
internal sealed class BoardModel(InboxBook book, InboxDesk desk, Flash flash) : FilteredModel
{
    public IReadOnlyList<InboxColumn> Columns { get; private set; } = [];
    public ILookup<Guid, InboxRow> Cards { get; private set; } = Array.Empty<InboxRow>().ToLookup(r => r.Stage);

    public static string CountOf(InboxColumn column) => InboxWords.Count(column.Count, column.IsMore);
    public static bool IsMore(InboxColumn column) => column.Count > InboxBook.CardsInColumn;
    public bool IsLate(InboxRow row) => row.DueOn < book.Today;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync(Guid id, string? act)
    {
        await ReadAsync();      // what can't be decided is said above the same columns
        var with = await desk.DecideAsync(id, act ?? "", null);
        flash.Good(InboxWords.Done(act, 1), UndoOf(with));
        return RedirectToPage();
    }

    private async Task ReadAsync()
    {
        Columns = [.. (await book.CountAsync()).Columns.Where(c => c.Count > 0)];
        Cards = await book.CardsAsync(Columns);
    }
}
