using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Communication.Contracts;
using Integral.Content.Approving;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Recipes;
using Microsoft.Extensions.Logging;

namespace Integral.Content.Publishing;

/// <summary>Publishes items when their time has come, and takes them off the site when it is over. Who said so was allowed to when he said it.</summary>
internal sealed partial class PublishingTimes(Db db, FieldKinds kinds, ItemWriter writer, Current current, TenantChanges tenants, INotices notices, Outbox outbox, Texts texts, TimeProvider clock, ILogger<PublishingTimes> log) : IWakes
{
    public const string Alarm = "content.times";

    private const int AtOnce = 20;

    public string Kind => Alarm;

    /// <summary>When it is to be published, if that isn't now. UTC.</summary>
    public static DateTime? Later(JsonObject data, DateTime now) => WindowKind.FromOf(data[Known.Window] as JsonObject) is { } from && from > now ? from : null;

    public async Task<DateTime?> WakeAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = await db.ContentItems.Where(i => i.ScheduledAt <= now || i.WithdrawnAt <= now).OrderBy(i => i.ScheduledAt ?? i.WithdrawnAt).Select(i => i.Id).Take(AtOnce).ToListAsync(stopping);
        if (ids.Count > 0)
        {
            var book = await TypeBook.LoadAsync(db, kinds);
            foreach (var id in ids) await ServeAsync(id, book, now);
            await tenants.TouchAsync(current.Tenant.Id);
        }
        var (publish, withdraw) = (await db.ContentItems.MinAsync(i => i.ScheduledAt, stopping), await db.ContentItems.MinAsync(i => i.WithdrawnAt, stopping));
        return withdraw is null || publish < withdraw ? publish : withdraw;
    }

    private async Task ServeAsync(Guid id, TypeBook book, DateTime now)
    {
        try
        {
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                var item = await FindAsync(id);
                if (item.ScheduledAt <= now) await PublishAsync(item, book);
                if (item.WithdrawnAt <= now)
                {
                    item.Unpublish(now);
                    await writer.FollowAsync(item);
                }
                await db.SaveChangesAsync();
            });
        }
        catch (RuleException rule)
        {
            // It stays a draft; whoever had it approved is told.
            NotPublished(log, id, rule.Sentence.Key);
            await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                var item = await FindAsync(id);
                item.ForgetSchedule(now);
                if (item.SentById is { } author) notices.Tell(outbox, Told(item, rule.Sentence) with { Accounts = [author] });
                await db.SaveChangesAsync();
            });
        }
    }

    private News Told(ContentItem item, Sentence why) => new(NotPublishedNotice.Kind, $"/Admin/Content/Edit/{item.ContentItemId}")
    {
        Values = new Dictionary<string, string> { [AnsweredNotice.ItsTitle] = item.DisplayText, [AnsweredNotice.Reason] = texts.Say(why, CultureInfo.GetCultureInfo(current.Tenant.Culture)) },
    };

    private async Task PublishAsync(ContentItem item, TypeBook book)
    {
        var version = item.Versions.SingleOrDefault(v => v.ContentItemVersionId == item.ScheduledVersion);
        if (version is null || book.Type(item.ContentType) is not { } type) throw new RuleException(T.Say("There is no content type '{0}' here.", item.ContentType));
        var data = JsonNode.Parse(version.Data)!.AsObject();
        await GiveWayAsync(item, type, data);
        await writer.WriteAsync(book, item, new(type, data, "")
        {
            ContentItemId = item.ContentItemId, VersionId = version.ContentItemVersionId, Culture = item.Culture, LocalizationSet = item.LocalizationSet, DisplayText = version.Title.Length > 0 ? version.Title : type.Title,
            IsLatest = version.IsLatest, IsPublished = true, ModifiedAt = version.ModifiedAt, PublishedAt = item.PublishedAt ?? item.ScheduledAt, Author = version.Author,
        });
    }

    // Another page took the address while this one waited: it gets one with a number.
    private async Task GiveWayAsync(ContentItem item, TypeShape type, JsonObject data)
    {
        if (!type.Has(Known.Route) || data[Known.Route] is not JsonObject route || route.Text("Path") is not { Length: > 0 } path) return;
        var (culture, id) = (item.Culture, item.Id);
        if (await db.ContentItems.AnyAsync(i => i.Slug == path && i.Culture == culture && i.Id != id)) route["Path"] = null;
    }

    private async Task<ContentItem> FindAsync(Guid id)
    {
        var planned = await db.ContentItems.Where(i => i.Id == id).Select(i => i.ScheduledVersion).SingleAsync();
        return await db.ContentItems.Include(i => i.Versions.Where(v => v.IsLatest || v.IsPublished || v.ContentItemVersionId == planned))
            .Include(i => i.Fields).Include(i => i.References).AsSplitQuery().SingleAsync(i => i.Id == id);
    }

    [LoggerMessage(LogLevel.Warning, "The item {Item} couldn't be published at its time: {Why}")]
    private static partial void NotPublished(ILogger log, Guid item, string why);
}
