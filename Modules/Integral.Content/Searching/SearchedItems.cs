using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Content.FileTexts;
using Integral.Content.Publishing;
using Integral.Content.Rendering;
using Integral.Platform.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Content.Searching;

/// <summary>Items as they are found: what visitors see of them by everybody, what was never published by those who may open it. What is in the bin isn't found.</summary>
internal class SearchedItems : SearchedRecords
{
    public const string Name = "content";

    private const int LongestText = 100_000;

    public override string Kind => Name;
    public override Type Rows => typeof(ContentItem);
    public override string IdOf(object row) => ((ContentItem)row).ContentItemId;

    public override async ValueTask<Searchable?> OfAsync(Db db, object row)
    {
        var item = (ContentItem)row;
        if (item.DeletedAt is not null) return null;
        return item.PublishedAt is { } at ? Published(item, at, await FilesAsync(db, item)) : Draft(item, await LatestAsync(db, item));
    }

    public override async Task<IReadOnlyList<object>> ReadAsync(Db db, string after, int most)
    {
#pragma warning disable CA1309 // the engine compares
        var items = await db.ContentItems.Where(i => string.Compare(i.ContentItemId, after) > 0).OrderBy(i => i.ContentItemId).Take(most).ToListAsync();
#pragma warning restore CA1309
        // At once for all, so that they aren't asked for item by item.
        var ids = items.Select(i => i.Id).ToArray();
        await db.ContentReferences.Where(r => EF.Parameter(ids).Contains(r.ItemId) && r.Kind == Referred.File && r.IsPublished).LoadAsync();
        foreach (var item in items) db.Entry(item).Collection(i => i.References).IsLoaded = true;
        return items;
    }

    // Items of before there were references have none.
    public override async Task TendAsync(IServiceProvider services, Db db, IReadOnlyList<object> rows)
    {
        var ids = rows.Cast<ContentItem>().Where(i => i.OriginId is null).Select(i => i.Id).ToArray();
        var items = await db.ContentItems.Include(i => i.References).Include(i => i.Versions.Where(v => v.IsLatest || v.IsPublished)).AsSplitQuery()
            .Where(i => EF.Parameter(ids).Contains(i.Id) && !i.References.Any()).ToListAsync();
        if (items.Count == 0) return;
        var book = await TypeBook.LoadAsync(db, services.GetRequiredService<FieldKinds>());
        foreach (var item in items)
            if (book.Type(item.ContentType) is { } type) item.Note(Named(book, type, item.Latest), Named(book, type, item.Published));
    }

    private static IReadOnlySet<FieldReference> Named(TypeBook book, TypeShape type, ContentVersion? version) =>
        version is null ? FrozenSet<FieldReference>.Empty : References.Of(book, type, JsonNode.Parse(version.Data)!.AsObject());

    private static Searchable Published(ContentItem item, DateTime at, string files) => new(Name, item.ContentItemId, item.Culture)
    {
        IsPublic = item.Slug is not null, Type = item.ContentType, Title = item.DisplayText, Summary = item.Summary, Address = item.Slug, TextSet = item.LocalizationSet, Owner = item.Owner, At = at,
        Attached = files, Text = Whole([Plain(item.BodyHtml), .. item.Blocks is null ? [] : TextsOf(JsonNode.Parse(item.Blocks))]),
    };

    // What visitors may read in the files that they see with it.
    private static async Task<string> FilesAsync(Db db, ContentItem item)
    {
        if (item.Slug is null) return "";
        var (id, entry) = (item.Id, db.Entry(item));
        var isRead = entry.State == EntityState.Added || entry.Collection(i => i.References).IsLoaded;
        var paths = isRead ? [.. item.References.Where(r => r.Kind == Referred.File && r.IsPublished).Select(r => r.Target)]
            : await db.ContentReferences.Where(r => r.ItemId == id && r.Kind == Referred.File && r.IsPublished).Select(r => r.Target).ToListAsync();
        return Whole((await ShownText.OfAsync(db, paths)).DistinctBy(t => t.Path).SelectMany(t => new[] { t.Name, t.Text }));
    }

    protected Searchable Draft(ContentItem item, ContentVersion? latest) => new(Kind, item.ContentItemId, item.Culture)
    {
        Type = item.ContentType, Title = latest?.Title is { Length: > 0 } title ? title : item.DisplayText, TextSet = item.LocalizationSet, Owner = item.Owner, At = item.ModifiedAt,
        Text = latest is null ? "" : Whole(TextsOf(JsonNode.Parse(latest.Data))),
    };

    // Of one that is being undone the version that goes is still among the others.
    protected static async Task<ContentVersion?> LatestAsync(Db db, ContentItem item) => item.Versions.SingleOrDefault(v => v.IsLatest && db.Entry(v).State != EntityState.Deleted) ?? await db.ContentVersions.AsNoTracking().FirstOrDefaultAsync(v => v.ItemId == item.Id && v.IsLatest);

    // Of fields of any kind: what stands in a text of theirs. Addresses, ids and settings stand elsewhere in them.
    private static IEnumerable<string> TextsOf(JsonNode? node) => node switch
    {
        JsonObject of => of.SelectMany(p => p.Value is JsonValue ? Said(p.Key, $"{p.Value}") : TextsOf(p.Value)),
        JsonArray of => of.SelectMany(TextsOf),
        _ => [],
    };

    private static IEnumerable<string> Said(string name, string text) => name switch
    {
        "Html" => [Plain(text)],
        "Markdown" => [Plain(text)],
        "Text" or "Title" or "Summary" => [text],
        _ => [],
    };

    private static string Plain(string html)
    {
        if (html.Length == 0) return "";
        try
        {
            return Markdown.HtmlToText(html, LongestText);
        }
        catch (ArgumentException) { return ""; }        // too deep a tree: its title is found
    }

    private static string Whole(IEnumerable<string> texts) => string.Join(' ', texts.Where(t => t.Length > 0)).Replace("\0", "", StringComparison.Ordinal);
}
