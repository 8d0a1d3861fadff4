using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Platform.Recipes;

namespace Integral.Content.Recipes;

/// <summary>The items and versions of one step, beside those that are there already.</summary>
internal sealed class Import
{
    private readonly Db db;
    private readonly Publisher publisher;
    private readonly PageAddresses addresses;
    private readonly DateTime now;
    private readonly Dictionary<string, ContentItem> items;
    private readonly Dictionary<string, Guid> versions;

    private Import(Db db, Publisher publisher, PageAddresses addresses, DateTime now, Dictionary<string, ContentItem> items, Dictionary<string, Guid> versions) =>
        (this.db, this.publisher, this.addresses, this.now, this.items, this.versions) = (db, publisher, addresses, now, items, versions);

    public static async Task<Import> LoadAsync(Db db, List<ImportedItem> imports, Publisher publisher, PageAddresses addresses, TimeProvider clock)
    {
        var (itemIds, versionIds) = (imports.Select(i => i.ContentItemId).ToList(), imports.Select(i => i.VersionId).OfType<string>().ToList());
        var items = await db.ContentItems.Include(i => i.Versions).Include(i => i.Fields).Include(i => i.References).AsSplitQuery().Where(i => itemIds.Contains(i.ContentItemId)).ToDictionaryAsync(i => i.ContentItemId);
        var versions = await db.ContentVersions.Where(v => versionIds.Contains(v.ContentItemVersionId)).ToDictionaryAsync(v => v.ContentItemVersionId, v => v.ItemId);
        return new(db, publisher, addresses, clock.GetUtcNow().UtcDateTime, items, versions);
    }

    /// <summary>For one item, of whose versions the latest and the published one have been read.</summary>
    /// <param name="item">Null if it is new.</param>
    /// <param name="last">Number of its last version.</param>
    public static Import Of(Db db, ContentItem? item, int last, Publisher publisher, PageAddresses addresses, TimeProvider clock) =>
        new(db, publisher, addresses, clock.GetUtcNow().UtcDateTime, item is null ? [] : new() { [item.ContentItemId] = item }, []) { Last = last };

    private int Last { get; init; }

    /// <summary>The first moment at which something of it is to be published or taken off the site; null where nothing is planned. UTC.</summary>
    public DateTime? NextTime => items.Values.SelectMany(i => new[] { i.ScheduledAt, i.WithdrawnAt }).Min();

    /// <summary>By their ids, as far as the step speaks of them.</summary>
    public IReadOnlyDictionary<string, ContentItem> Items => items;

    /// <exception cref="RuleException">The item can't be written; nothing of it is.</exception>
    public void Write(ImportedItem said)
    {
        var item = items.GetValueOrDefault(said.ContentItemId);
        var data = said.Data.ToJsonString(Json.Options);
        if (item is not null && said.VersionId is null && IsThere(item, said, data)) return;
        Rule.Require(item is null || item.ContentType == said.Type.Name, T.Say("The item '{0}' is there already, with another content type.", said.ContentItemId), "ContentType");
        Rule.Require(item?.OriginId is null, T.Say("'{0}' comes from an institution above and is changed there.", said.ContentItemId), "ContentItemId");
        Rule.Require(said.VersionId is null || !versions.TryGetValue(said.VersionId, out var owner) || owner == item?.Id, "Another item has this version.", "ContentItemVersionId");
        var publication = said.IsPublished ? publisher.Prepare(said.Type, said.Data, said.DisplayText, said.Culture, addresses.Take(said)) : null;

        if (item is null) db.Add(items[said.ContentItemId] = item = New(said));
        (item.Culture, item.LocalizationSet, item.Owner, item.Author) = (said.Culture, said.LocalizationSet, said.Owner ?? item.Owner, said.Author ?? item.Author);
        var version = item.Write(said.VersionId ?? UniqueId.New(), data, said.Author, said.ModifiedAt ?? now, Last);
        versions[version.ContentItemVersionId] = item.Id;
        if (said.IsLatest) item.MakeLatest(version, publication?.References ?? publisher.Named(said.Type, said.Data));
        if (publication is not null && PublishingTimes.Later(said.Data, now) is { } from) item.Schedule(version, from, now);
        else if (publication is not null) item.Publish(version, publication, said.PublishedAt ?? item.PublishedAt ?? now);
        else if (version.IsPublished) item.Unpublish(now);
    }

    // A recipe without version ids that is run again says the same again: no new version for that.
    private static bool IsThere(ContentItem item, ImportedItem said, string data) =>
        item.DeletedAt is null && item.Latest?.Data == data && item.Culture == said.Culture && (item.Published is not null || item.ScheduledVersion == item.Latest.ContentItemVersionId) == said.IsPublished;

    private ContentItem New(ImportedItem said) => new()
    {
        ContentItemId = said.ContentItemId, ContentType = said.Type.Name, Culture = said.Culture, LocalizationSet = said.LocalizationSet, CreatedAt = said.CreatedAt ?? now,
    };
}
