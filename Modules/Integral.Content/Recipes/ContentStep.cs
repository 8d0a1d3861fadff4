using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Content.Publishing;
using Integral.Content.ReferenceBooks;
using Integral.Content.Sharing;
using Integral.Content.Tree;
using Integral.Platform.Jobs;
using Integral.Platform.Recipes;

namespace Integral.Content.Recipes;

/// <summary>Writes content items by their version ids: the same one is updated, another becomes a new version and evicts the latest and the published one.</summary>
internal sealed class ContentStep(FieldKinds kinds, Catalogue catalogue, TenantAddresses reserved, Alarm alarm, Texts texts, TimeProvider clock) : IRecipeStep
{
    public string Name => "content";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        run.Features.Add(new ContentModule().Id);
        var said = step.Objects(step.Body, "Data", "Data", run).ToLookup(x => Taxonomies.Is(x.Item));
        await BooksStep.WriteAsync(said[true].Select(t => (Taxonomies.Book(t.Item, run.Tenant.Culture), t.Place)), step, run);
        var book = await TypeBook.LoadAsync(run.Db, kinds, kinds.Shelves.On(await Shelf.ReadAsync(run.Db), run.Tenant));      // what this run has made isn't in memory yet
        var reader = new ItemReader(book, step, run);
        var imports = said[false].Select(x => reader.Read(x.Item, x.Place)).OfType<ImportedItem>()
            .DistinctBy(i => i.VersionId ?? i.Place).ToList();

        var addresses = await PageAddresses.LoadAsync(run.Db.ContentItems, await PageAddresses.HomeAsync(run.Db), segment => PageAddresses.IsReserved(segment, run.Tenant, reserved, catalogue));
        var import = await Import.LoadAsync(run.Db, imports, new Publisher(book, Publisher.Words(texts), TimeZoneInfo.FindSystemTimeZoneById(run.TimeZone)), addresses, clock);
        var tree = imports.Exists(i => i.Data[Known.Tree] is not null) ? await TreeShape.ReadAsync(run.Db) : new([]);
        foreach (var item in imports) tree.Know(item.LocalizationSet);
        var written = imports.Count(item => Write(import, item, tree, step, run));
        if (written > 0) run.Did(T.Say("Content items written: {0}", written));
        if (import.NextTime is { } next) await alarm.SetAsync(run.Tenant.Id, PublishingTimes.Alarm, next);
        var offered = await run.Offers.OfferedAsync(SharedText.Kind);
        foreach (var item in import.Items.Values) await SharedText.FollowAsync(item, run.Offers, offered);
    }

    // One item that can't be had doesn't keep the others out of a lenient run.
    private static bool Write(Import import, ImportedItem item, TreeShape tree, RecipeStep step, RecipeRun run)
    {
        try
        {
            if (item.Data[Known.Tree] is JsonObject place) tree.Put(item.LocalizationSet, ParentKind.ParentOf(place));
            import.Write(item);
            return true;
        }
        catch (RuleException rule)
        {
            run.Problem(step, $"{item.Place}{(rule.Field.Length > 0 ? "." : "")}{rule.Field}", rule.Sentence);
            return false;
        }
    }
}
