namespace Integral.Content.Bulk;

/// <summary>What can be done with many items at once.</summary>
internal enum BulkAction { Publish, Unpublish, Delete, Restore, Give, AddTerm, RemoveTerm, Share, Unshare }

/// <summary>What somebody wants done, and with what.</summary>
/// <param name="Action">What.</param>
/// <param name="Items">Their ContentItemIds.</param>
/// <param name="Owner">Login or address of whoever they are given to.</param>
/// <param name="Term">Of a reference book, to be added or taken away.</param>
internal sealed record BulkWish(BulkAction Action, IReadOnlyList<string> Items, string? Owner = null, string? Term = null);

/// <summary>An item with which it couldn't be done.</summary>
/// <param name="Title">Its id where it can't be found.</param>
/// <param name="Field">What the reason is about, as its type calls it; null where that is the item itself.</param>
internal sealed record Refused(string ContentItemId, string Title, string? Field, Sentence Why)
{
    public string Say(Texts texts) => Field is null ? texts.Say(Why) : $"{Field}: {texts.Say(Why)}";
}

/// <summary>What was done.</summary>
/// <param name="Set">By which it is undone; null where nothing was done.</param>
internal sealed record BulkReport(BulkAction Action, Guid? Set, int Done, IReadOnlyList<Refused> Refused);

internal static class BulkWords
{
    /// <summary>What it is called in the list of mass actions.</summary>
    public static Sentence Title(BulkAction action) => action switch
    {
        BulkAction.Publish => T.Say("Pages published"),
        BulkAction.Unpublish => T.Say("Pages taken off the site"),
        BulkAction.Delete => T.Say("Pages put into the bin"),
        BulkAction.Restore => T.Say("Pages taken out of the bin"),
        BulkAction.Give => T.Say("Pages given to somebody else"),
        BulkAction.AddTerm => T.Say("Term added to pages"),
        BulkAction.RemoveTerm => T.Say("Term taken from pages"),
        BulkAction.Share => T.Say("Pages shown to institutions below"),
        _ => T.Say("Pages no longer shown to institutions below"),
    };

    /// <param name="count">With how many it was done.</param>
    public static Sentence Done(BulkAction action, int count) => action switch
    {
        BulkAction.Publish => T.Say("Published: {0}.", count),
        BulkAction.Unpublish => T.Say("Taken off the site: {0}.", count),
        BulkAction.Delete => T.Say("Put into the bin: {0}.", count),
        BulkAction.Restore => T.Say("Taken out of the bin: {0}.", count),
        BulkAction.Give => T.Say("Given to somebody else: {0}.", count),
        BulkAction.AddTerm => T.Say("Term added: {0}.", count),
        BulkAction.RemoveTerm => T.Say("Term taken away: {0}.", count),
        BulkAction.Share => T.Say("Shown to institutions below: {0}.", count),
        _ => T.Say("No longer shown to institutions below: {0}.", count),
    };
}
