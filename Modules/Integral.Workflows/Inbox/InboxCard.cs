using Integral.Platform.Navigation;

namespace Integral.Workflows.Inbox;

/// <summary>How much waits for the current person to decide.</summary>
internal sealed class InboxCard(InboxBook book, Current current, Texts texts) : ICabinetCard
{
    public async ValueTask<CabinetCard?> ShowAsync()
    {
        if (!current.Can(WorkflowsModule.Work)) return null;
        var counts = await book.CountAsync();
        return counts.Waiting == 0 ? null : new(texts["Inbox"], texts["wait for your decision"], InboxWords.Count(counts.Waiting, counts.IsMore), "/Admin/Inbox", "check", 5);
    }
}
