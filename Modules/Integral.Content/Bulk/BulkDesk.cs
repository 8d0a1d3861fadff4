using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Content.Editing;
using Integral.Content.Publishing;
using Integral.Platform.Changes;
using Integral.Platform.Recipes;

namespace Integral.Content.Bulk;

/// <summary>
/// Does one thing with many items, each by the same rules as alone. Every item is a transaction of its own: one that can't be done doesn't
/// keep the others back, and whoever writes meanwhile waits for one item and not for all. Together they are one mass action, undone as one.
/// </summary>
internal sealed class BulkDesk(Db db, ContentDesk desk, ContentOwners owners, ChangeSets changes, SiteFreshness site, Texts texts)
{
    public const int Most = 500;

    /// <exception cref="RuleException">Nothing was chosen, too much, or not what the action needs.</exception>
    public async Task<BulkReport> DoAsync(BulkWish wish)
    {
        var ids = wish.Items.Where(i => i.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        Rule.Require(ids.Count > 0, "Choose at least one first.", "Items");
        Rule.Require(ids.Count <= Most, T.Say("At most {0} at once.", Most), "Items");
        if (wish.Action == BulkAction.Give) wish = wish with { Owner = await owners.FindAsync(wish.Owner) };
        if (wish.Action is BulkAction.AddTerm or BulkAction.RemoveTerm) Rule.Require(!string.IsNullOrEmpty(wish.Term), "Choose a term.", "Term");
        var (book, refused) = (await desk.BookAsync(), new List<Refused>());
        // Its own permission is the least that any of them takes: each item is looked at again when it is undone.
        var set = await site.OnceAsync(async () =>
        {
            using var open = await changes.BeginAsync(BulkWords.Title(wish.Action), ContentModule.Write);
            foreach (var id in ids)
                if (await TryAsync(id, book, wish) is { } no) refused.Add(no);
            return open.Id;
        });
        var done = ids.Count - refused.Count;
        return new(wish.Action, done > 0 ? set : null, done, refused);
    }

    private async Task<Refused?> TryAsync(string id, TypeBook book, BulkWish wish)
    {
        db.ChangeTracker.Clear();       // nothing of the one before, least of all what was refused
        var title = id;
        try
        {
            var sheet = await desk.OpenAsync(id, book);
            title = sheet.Item!.DisplayText;
            await DoAsync(sheet, wish);
            return null;
        }
        catch (SheetException wrong) { return new(id, title, wrong.Faults[0].Slot.TitleIn(texts), wrong.Faults[0].What); }
        catch (RuleException rule) { return new(id, title, null, rule.Sentence); }
        catch (NotAllowedException) { return new(id, title, null, T.Say("You may not do this with it.")); }
        catch (NotFoundException) { return new(id, title, null, T.Say("It isn't there any more.")); }
        catch (DbUpdateConcurrencyException) { return new(id, title, null, T.Say("Somebody else changed it at this moment.")); }
    }

    private Task DoAsync(Sheet sheet, BulkWish wish)
    {
        var item = sheet.Item!;
        switch (wish.Action)
        {
            case BulkAction.Publish:
                Rule.Require(item.Latest is not { IsPublished: true }, "Visitors see it already.");
                return desk.SaveAsync(sheet, isPublished: true);
            case BulkAction.Unpublish:
                Rule.Require(item.PublishedAt is not null, "Visitors don't see it.");
                return desk.UnpublishAsync(item);
            case BulkAction.Delete:
                Rule.Require(item.DeletedAt is null, "It is in the bin already.");
                return desk.DeleteAsync(item);
            case BulkAction.Restore:
                Rule.Require(item.DeletedAt is not null, "It isn't in the bin.");
                return desk.RestoreAsync(item);
            case BulkAction.Give:
                Rule.Require(item.Owner != wish.Owner, "It is theirs already.");
                return desk.GiveAsync(item, wish.Owner!);
            case BulkAction.AddTerm or BulkAction.RemoveTerm:
                TermChange.Make(sheet, wish.Term!, isAdded: wish.Action == BulkAction.AddTerm);
                return KeepAsync(sheet);
            default:
                Share(sheet, wish.Action == BulkAction.Share);
                return KeepAsync(sheet);
        }
    }

    // What visitors see becomes so at once; where there is a newer draft, that is changed, and they see it when it is published.
    private Task<ContentItem> KeepAsync(Sheet sheet) => desk.SaveAsync(sheet, isPublished: sheet.Item!.Latest is { IsPublished: true });

    private static void Share(Sheet sheet, bool isShared)
    {
        var share = sheet.Data.Find(Known.Share) as JsonObject ?? [];
        Rule.Require(share.Flag("Below") != isShared, isShared ? T.Say("Institutions below are shown it already.") : T.Say("Institutions below aren't shown it."));
        share = share.DeepClone().AsObject();
        share["Below"] = isShared;
        sheet.Say(new() { [Known.Share] = share });
    }
}
