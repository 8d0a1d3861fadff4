using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Platform.Sharing;

namespace Integral.Content.Sharing;

/// <summary>Shows what institutions above publish for those below on the own site, as theirs.</summary>
internal sealed class TextsFromAbove(Db db, TimeProvider clock) : ITakesFromAbove
{
    public string Kind => SharedText.Kind;

    public async Task TakeAsync(Tenant origin, string recordId, string body)
    {
        var text = Json.Read<SharedText>(body)!;
        Rule.Require(await db.ContentTypes.AnyAsync(t => t.Name == text.ContentType), T.Say("There is no content type '{0}' here.", text.ContentType));
        var (id, now) = (SharedText.CopyOf(origin.Id, recordId), clock.GetUtcNow().UtcDateTime);
        var item = await FindAsync(id);
        if (item is null) db.Add(item = new() { ContentItemId = id, ContentType = text.ContentType, Culture = text.Culture, LocalizationSet = "", CreatedAt = now, OriginId = origin.Id });
        (item.Culture, item.LocalizationSet) = (text.Culture, SharedText.CopyOf(origin.Id, text.LocalizationSet));
        item.Copy(text.Text with { Slug = Slug(origin, text) }, text.PublishedAt, now);
    }

    public async Task WithdrawAsync(Guid originId, string recordId)
    {
        if (await FindAsync(SharedText.CopyOf(originId, recordId)) is { } item) db.Remove(item);
    }

    private Task<ContentItem?> FindAsync(string id) => db.ContentItems.Include(i => i.Fields).SingleOrDefaultAsync(i => i.ContentItemId == id);

    // In a folder of its own: the receiver's own pages keep their addresses, whatever the ones above are called.
    private static string? Slug(Tenant origin, SharedText text)
    {
        if (text.Text.Slug is not { } slug) return null;
        var folder = origin.IsRoot ? "above" : origin.Path;
        var news = $"{PageAddresses.NewsFolder}/";
        return slug.StartsWith(news, StringComparison.Ordinal) ? $"{news}{folder}/{slug[news.Length..]}" : $"{folder}/{slug}".TrimEnd('/');
    }
}
