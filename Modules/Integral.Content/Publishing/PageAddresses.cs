using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Content.Recipes;
using Integral.Platform.Recipes;

namespace Integral.Content.Publishing;

/// <summary>Gives items their addresses: none twice in one language, none that a page of the system or an institution answers.</summary>
internal sealed class PageAddresses
{
    public const string News = "News", NewsFolder = "news", Page = "Page";

    private const int LongestMade = 80;

    private readonly Dictionary<(string Slug, string Culture), string> taken;
    private readonly string? homeId;
    private readonly Func<string, bool> isReserved;

    internal PageAddresses(Dictionary<(string Slug, string Culture), string> taken, string? homeId, Func<string, bool> isReserved) =>
        (this.taken, this.homeId, this.isReserved) = (taken, homeId, isReserved);

    /// <summary>The item that the settings name as the front page.</summary>
    public static async Task<string?> HomeAsync(Db db) => ((await db.SettingAsync<JsonObject>("Site"))?.Find("HomeRoute") as JsonObject)?.Text("ContentItemId");

    /// <summary>A page of the system or, at the root, an institution answers there.</summary>
    public static bool IsReserved(string segment, Tenant tenant, TenantAddresses reserved, Catalogue catalogue) =>
        reserved.IsReserved(segment) || tenant.IsRoot && catalogue.At(segment) is { IsRoot: false };

    /// <param name="among">All items; or those that may have the address that is to be taken.</param>
    /// <param name="homeId">The item that the settings name as the front page.</param>
    /// <param name="isReserved">Tells of an address's first segment that it means something else.</param>
    public static async Task<PageAddresses> LoadAsync(IQueryable<ContentItem> among, string? homeId, Func<string, bool> isReserved)
    {
        var taken = await among.Where(i => i.Slug != null).Select(i => new { i.Slug, i.Culture, i.ContentItemId }).ToListAsync();
        return new(taken.ToDictionary(i => (i.Slug!, i.Culture), i => i.ContentItemId), homeId, isReserved);
    }

    /// <exception cref="RuleException">It can't have the address.</exception>
    public string? Take(ImportedItem item)
    {
        if (!item.Type.Has(Known.Route)) return null;
        var route = item.Data[Known.Route] as JsonObject;
        var slug = route?.Flag("SetHomepage") == true || item.ContentItemId == homeId ? "" : Slug(item, route?.Text("Path"));
        Check(slug, item.Type);
        var key = (slug, item.Culture);
        Rule.Require(taken.GetValueOrDefault(key, item.ContentItemId) == item.ContentItemId, T.Say("The address '{0}' is taken by another page.", slug), $"{Known.Route}.Path");
        foreach (var former in taken.Where(t => t.Value == item.ContentItemId).Select(t => t.Key).ToList()) taken.Remove(former);
        taken[key] = item.ContentItemId;
        return slug;
    }

    /// <summary>The address that somebody asked for, or one made of the title, in the folder of the type.</summary>
    public static string Slug(ImportedItem item, string? path)
    {
        var slug = path?.Trim().Trim('/').ToLowerInvariant() is { Length: > 0 } said ? said : Transliteration.Slug(item.DisplayText, LongestMade);
        if (slug.Length == 0) slug = item.ContentItemId;
        return item.Type.Folder is { } folder && !slug.StartsWith($"{folder}/", StringComparison.Ordinal) ? $"{folder}/{slug}" : slug;
    }

    private void Check(string slug, TypeShape type)
    {
        const string Field = $"{Known.Route}.Path";
        Rule.Require(slug.Length <= ContentItem.LongestSlug && slug.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/') && !slug.Contains("..", StringComparison.Ordinal)
            && !slug.Contains("//", StringComparison.Ordinal), T.Say("'{0}' can't be an address: letters, digits, hyphens and slashes make one.", slug), Field);
        var first = slug.Split('/')[0];
        Rule.Require(first.Length == 0 || first == type.Folder || !isReserved(first), T.Say("The address '{0}' is taken by a page of the system.", slug), Field);
    }
}
