using System.Text.Json.Nodes;
using Integral.Content.Approving;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Content.Publishing;
using Integral.Content.Recipes;
using Integral.Platform.Jobs;
using Integral.Platform.Recipes;

namespace Integral.Content.Editing;

/// <summary>An item on the desk: its type, its form, and what is written in it.</summary>
/// <param name="Item">Null until it has been kept for the first time.</param>
internal sealed record Sheet(TypeShape Type, ItemForm Form, JsonObject Data, ContentItem? Item)
{
    /// <summary>Two letters.</summary>
    public required string Culture { get; init; }

    /// <summary>Of a new one that translates another: the set of its translations.</summary>
    public string? LocalizationSet { get; init; }

    /// <summary>The version that the data were taken from; null of a new one.</summary>
    public string? BasedOn => Item?.Latest?.ContentItemVersionId;

    /// <summary>Puts whole parts in the place of those that are there.</summary>
    /// <exception cref="RuleException">The type has no such part, or something in one is named as nothing that is read.</exception>
    public void Say(JsonObject parts)
    {
        foreach (var (name, value) in parts)
        {
            var isPart = Type.Part(name) is not null || Known.Attached.Contains(name);
            Rule.Require(isPart && value is JsonObject, T.Say("The content type '{0}' has no part '{1}' here.", Type.Name, name), name);
            var part = Type.Part(name)?.Name ?? name;
            // What stands there already may be said again as it was read.
            if (!JsonNode.DeepEquals(Data[part], value) && Unread(value!) is { } unread)
                throw new RuleException(T.Say("'{0}' wouldn't be read: names begin with a capital letter here, as in '{1}'.", unread, char.ToUpperInvariant(unread[0]) + unread[1..]), name);
            Data[part] = value!.DeepClone();
        }
    }

    // What nobody knows is kept for whoever does; but a name that isn't written as here is a slip of a client, and would be lost on the screen. Languages are names of two letters.
    private static string? Unread(JsonNode value) => value switch
    {
        JsonObject some => some.Select(p => p.Key.Length > 2 && char.IsLower(p.Key[0]) ? p.Key : p.Value is null ? null : Unread(p.Value)).FirstOrDefault(n => n is not null),
        JsonArray all => all.OfType<JsonNode>().Select(Unread).FirstOrDefault(n => n is not null),
        _ => null,
    };
}

/// <summary>A text in another language.</summary>
/// <param name="WrittenAt">When its words were changed last, UTC.</param>
internal sealed record Translated(string ContentItemId, string Culture, string Title, bool IsSeen, DateTime WrittenAt);

/// <summary>What a list shows of a version.</summary>
internal sealed record VersionHead(string ContentItemVersionId, int Number, string? Author, DateTime At, bool IsLatest, bool IsPublished);

/// <summary>Where pages and news are written, for the screens and the API alike. Each time something is kept is a version of its own.</summary>
internal sealed class ContentDesk(Db db, FieldKinds kinds, ContentRights rights, Current current, ItemWriter writer, Alarm alarm, SiteFreshness site, SentCases sent, TimeProvider clock)
{
    public ValueTask<TypeBook> BookAsync() => kinds.BookAsync(db);

    /// <exception cref="NotFoundException">There is no such type, or none that stands by itself.</exception>
    /// <exception cref="NotAllowedException">Theirs isn't to write one.</exception>
    public async Task<Sheet> NewAsync(string type, string? culture = null)
    {
        var book = await BookAsync();
        var shape = book.Type(type) is { IsCreatable: true } known ? known : throw new NotFoundException();
        if (!(await rights.TodayAsync()).MayWrite(shape.Name)) throw new NotAllowedException();
        Rule.Require(culture is null || Texts.Cultures.Contains(culture), T.Say("There is no language '{0}' here. There are: {1}.", $"{culture}", string.Join(", ", Texts.Cultures)), "Culture");
        return new(shape, new(book, shape), [], null) { Culture = culture ?? current.Tenant.Culture };
    }

    /// <summary>A translation of an item, to be written over the words of the original: all but its address is there.</summary>
    /// <param name="contentItemId">Of the original.</param>
    /// <param name="culture">Two letters.</param>
    /// <exception cref="NotFoundException">There is no such item within one's reach.</exception>
    /// <exception cref="RuleException">It is translated into that language already.</exception>
    public async Task<Sheet> TranslateAsync(string contentItemId, string culture)
    {
        var original = await OpenAsync(contentItemId);
        var sheet = await NewAsync(original.Type.Name, culture);
        var set = original.Item!.LocalizationSet;
        Rule.Require(original.Item.OriginId is null, T.Say("'{0}' comes from an institution above and is changed there.", original.Item.DisplayText), "Culture");
        Rule.Require(culture != original.Culture && !await db.ContentItems.AnyAsync(i => i.LocalizationSet == set && i.Culture == culture && i.DeletedAt == null), "It is there in that language already.", "Culture");
        var data = original.Data.DeepClone().AsObject();
        data.Remove(Known.Route);
        data.Remove(Known.Alias);
        return sheet with { Data = data, LocalizationSet = set };
    }

    /// <summary>The id of what says an item in a language, itself among it; null where nothing does.</summary>
    public async Task<string?> TranslationAsync(string contentItemId, string culture)
    {
        var items = (await rights.TodayAsync()).Within(db.ContentItems.AsNoTracking()).Where(i => i.DeletedAt == null);
        return await items.Where(i => i.Culture == culture && items.Any(o => o.ContentItemId == contentItemId && o.LocalizationSet == i.LocalizationSet)).Select(i => i.ContentItemId).FirstOrDefaultAsync();
    }

    /// <summary>The same text in other languages, those in the bin aside.</summary>
    public async Task<IReadOnlyList<Translated>> TranslationsAsync(ContentItem item)
    {
        var (set, id) = (item.LocalizationSet, item.Id);
        return await (await rights.TodayAsync()).Within(db.ContentItems.AsNoTracking()).Where(i => i.LocalizationSet == set && i.Id != id && i.DeletedAt == null)
            .Select(i => new Translated(i.ContentItemId, i.Culture, i.DisplayText, i.PublishedAt != null, i.Versions.Where(v => v.IsLatest).Select(v => v.ModifiedAt).FirstOrDefault())).ToListAsync();
    }

    /// <summary>With its latest version and, if that is another, the one that visitors see.</summary>
    /// <exception cref="NotFoundException">There is none within one's reach, or its type is gone.</exception>
    public async Task<Sheet> OpenAsync(string contentItemId) => await OpenAsync(contentItemId, await BookAsync());

    /// <summary>The same where the types have been read already.</summary>
    public async Task<Sheet> OpenAsync(string contentItemId, TypeBook book) => Read(await FindAsync(contentItemId), book);

    /// <summary>The same of an item that has been read with its latest version, whosever it is.</summary>
    /// <exception cref="NotFoundException">Its type is gone.</exception>
    public async Task<Sheet> ReadAsync(ContentItem item) => Read(item, await BookAsync());

    private static Sheet Read(ContentItem item, TypeBook book)
    {
        var shape = book.Type(item.ContentType) ?? throw new NotFoundException();
        var (form, data) = (new ItemForm(book, shape), Data(item.Latest));
        form.Arrange(data);
        return new(shape, form, data, item) { Culture = item.Culture };
    }

    /// <summary>The data of one of an item's versions, as its form has them.</summary>
    /// <exception cref="NotFoundException">It has no such version.</exception>
    public async Task<JsonObject> WrittenAsync(Sheet sheet, string versionId)
    {
        var data = Data(await VersionAsync(sheet.Item!, versionId));
        sheet.Form.Arrange(data);
        return data;
    }

    /// <summary>The same; where that version was undone meanwhile, what is written now. Whoever had it open loses nothing by that.</summary>
    public async Task<JsonObject> OpenedAsync(Sheet sheet, string versionId)
    {
        var id = sheet.Item!.Id;
        return await db.ContentVersions.AnyAsync(v => v.ItemId == id && v.ContentItemVersionId == versionId) ? await WrittenAsync(sheet, versionId) : sheet.Data.DeepClone().AsObject();
    }

    /// <summary>What was written in one of an item's versions.</summary>
    /// <exception cref="NotFoundException">It has no such version.</exception>
    public async Task<ContentVersion> VersionAsync(ContentItem item, string versionId)
    {
        var id = item.Id;
        return await db.ContentVersions.AsNoTracking().SingleOr404Async(v => v.ItemId == id && v.ContentItemVersionId == versionId);
    }

    /// <summary>Its versions without what was written in them, the newest first.</summary>
    /// <param name="before">Only those with a smaller number.</param>
    public Task<List<VersionHead>> VersionsAsync(ContentItem item, int before, int most)
    {
        var id = item.Id;
        return db.ContentVersions.AsNoTracking().Where(v => v.ItemId == id && v.Number < before).OrderByDescending(v => v.Number).Take(most)
            .Select(v => new VersionHead(v.ContentItemVersionId, v.Number, v.Author, v.ModifiedAt, v.IsLatest, v.IsPublished)).ToListAsync();
    }

    /// <summary>Keeps what a sheet holds as a new version, and shows it to visitors if that is wanted; the same again is no new version.</summary>
    /// <param name="sheet">What was written.</param>
    /// <param name="isPublished">Visitors see it from now on.</param>
    /// <param name="with">What is written in the same transaction.</param>
    /// <exception cref="SheetException">Something in it can't be kept, or can't be published.</exception>
    /// <exception cref="NotAllowedException">It isn't theirs to change, or to publish.</exception>
    public async Task<ContentItem> SaveAsync(Sheet sheet, bool isPublished, Func<Task>? with = null)
    {
        var may = await rights.TodayAsync();
        if (sheet.Item is { } old ? !may.MayChange(old) : !may.MayWrite(sheet.Type.Name)) throw new NotAllowedException();
        if (isPublished && !may.MayPublish(sheet.Type.Name)) throw new NotAllowedException();
        Rule.Require(sheet.Item?.DeletedAt is null, "This is in the bin. Restore it first.");
        sheet.Form.Arrange(sheet.Data);
        if (sheet is { Item: null, LocalizationSet: { } set, Culture: var culture })
            Rule.Require(!await db.ContentItems.AnyAsync(i => i.LocalizationSet == set && i.Culture == culture && i.DeletedAt == null), "It is there in that language already.", "Culture");
        if (sheet.Form.Faults(sheet.Data, isPublished, Data(sheet.Item?.Latest)).ToList() is { Count: > 0 } faults) throw new SheetException(faults);

        var window = sheet.Data[Known.Window] as JsonObject;
        var (now, until) = (Now, WindowKind.UntilOf(window));
        Rule.Require(!isPublished || until is null || until > now, "It would be taken off the site at once.", Known.Window);

        var latest = sheet.Item?.Latest is { } last && last.Data == sheet.Data.ToJsonString(Json.Options) ? last : null;
        if (latest is not null && !isPublished)
        {
            if (with is not null) await with();
            return sheet.Item!;
        }
        var stood = Standing.Of(sheet.Item);
        var said = Said(sheet, isPublished, may.Owner) with { VersionId = latest?.ContentItemVersionId };
        // First: waking in vain costs nothing.
        if (isPublished && (PublishingTimes.Later(sheet.Data, now) ?? until) is { } next) await alarm.SetAsync(current.Tenant.Id, PublishingTimes.Alarm, next);
        var item = await db.WriteAsync(async () =>
        {
            // First: who decides locks the case before the text.
            if (isPublished && sheet.Item is { } there) await EndAsync(there);
            var written = await writer.WriteAsync(sheet.Form.Book, sheet.Item, said);
            if (with is not null) await with();
            return written;
        });
        if (isPublished) await site.ChangedAsync(stood, item);
        return item;
    }

    /// <summary>Takes an item off the site; it stays as a draft.</summary>
    public async Task UnpublishAsync(string contentItemId) => await UnpublishAsync(await FindAsync(contentItemId));
    public Task UnpublishAsync(ContentItem item) => ChangeAsync(item, i => i.Unpublish(Now));

    /// <summary>Doesn't publish later what was to be published later.</summary>
    public async Task ForgetScheduleAsync(string contentItemId) => await ChangeAsync(await FindAsync(contentItemId), i => i.ForgetSchedule(Now));

    /// <summary>Into the bin, off the site.</summary>
    public async Task DeleteAsync(string contentItemId) => await DeleteAsync(await FindAsync(contentItemId));
    public Task DeleteAsync(ContentItem item) => ChangeAsync(item, i => i.Delete(current.Account?.AccountId, Now));

    /// <summary>Out of the bin, as a draft.</summary>
    public async Task RestoreAsync(string contentItemId) => await RestoreAsync(await FindAsync(contentItemId));
    public Task RestoreAsync(ContentItem item) => ChangeAsync(item, i => i.Restore(Now));

    /// <summary>Makes it somebody else's.</summary>
    /// <param name="owner">As items name whose they are.</param>
    public async Task GiveAsync(ContentItem item, string owner)
    {
        if (!(await rights.TodayAsync()).MayGive(item)) throw new NotAllowedException();
        await WriteAsync(item, i => i.Give(owner, Now));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private ImportedItem Said(Sheet sheet, bool isPublished, string? owner)
    {
        var id = sheet.Item?.ContentItemId ?? UniqueId.New();
        return new(sheet.Type, sheet.Data, "")
        {
            ContentItemId = id, VersionId = null, Culture = sheet.Culture, LocalizationSet = sheet.Item?.LocalizationSet ?? sheet.LocalizationSet ?? id,
            DisplayText = (sheet.Data[Known.Title] as JsonObject)?.Text("Title") is { Length: > 0 } title ? title : sheet.Type.Title,
            IsLatest = true, IsPublished = isPublished, Owner = sheet.Item is null ? owner : null, Author = current.Account?.Name,
        };
    }

    private async Task ChangeAsync(ContentItem item, Action<ContentItem> change)
    {
        if (!(await rights.TodayAsync()).MayPublish(item)) throw new NotAllowedException();
        await WriteAsync(item, change);
    }

    private async Task WriteAsync(ContentItem item, Action<ContentItem> change)
    {
        var wasSeen = item.PublishedAt is not null;
        await db.WriteAsync(async () =>
        {
            change(item);
            if (item.DeletedAt is not null) await EndAsync(item);
            await writer.FollowAsync(item);
            await db.SaveChangesAsync();
        });
        if (wasSeen) await site.ChangedAsync();
    }

    // What was sent for publishing: whoever may has decided without being asked.
    private async Task EndAsync(ContentItem item)
    {
        await sent.EndAsync(item, null);
        await db.SaveChangesAsync();
    }

    private async Task<ContentItem> FindAsync(string contentItemId) => await (await rights.TodayAsync()).Within(db.ContentItems)
        .Include(i => i.Versions.Where(v => v.IsLatest || v.IsPublished)).Include(i => i.Fields).Include(i => i.References).AsSplitQuery().SingleOr404Async(i => i.ContentItemId == contentItemId);

    /// <summary>What is written in a version, to be changed at will.</summary>
    public static JsonObject Data(ContentVersion? version) => version is null ? [] : JsonNode.Parse(version.Data)!.AsObject();
}
