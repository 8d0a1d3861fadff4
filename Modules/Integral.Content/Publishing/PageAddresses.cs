using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Definitions;
using Integral.Content.Recipes;
using Integral.Platform.Recipes;

namespace Integral.Content.Publishing;

/// <summary>Gives items their addresses: none twice in one language, none that a page of the system or an institution answers.</summary>
internal sealed class PageAddresses
{
    public const string News = "News", NewsFolder = "news";

    private readonly Dictionary<(string Slug, string Culture), string> taken;
    private readonly string? homeId;
    private readonly Func<string, bool> isReserved;

    internal PageAddresses(Dictionary<(string Slug, string Culture), string> taken, string? homeId, Func<string, bool> isReserved) =>
        (this.taken, this.homeId, this.isReserved) = (taken, homeId, isReserved);

    /// <param name="run">Of the tenant whose addresses these are.</param>
    /// <param name="homeId">The item that the settings name as the front page.</param>
    /// <param name="isReserved">Tells of an address's first segment that it means something else.</param>
    public static async Task<PageAddresses> LoadAsync(RecipeRun run, string? homeId, Func<string, bool> isReserved)
    {
        var taken = await run.Db.ContentItems.Where(i => i.Slug != null).Select(i => new { i.Slug, i.Culture, i.ContentItemId }).ToListAsync();
        return new(taken.ToDictionary(i => (i.Slug!, i.Culture), i => i.ContentItemId), homeId, isReserved);
    }

    /// <exception cref="RuleException">It can't have the address.</exception>
    public string? Take(ImportedItem item)
    {
        if (!item.Type.Has(Known.Route)) return null;
        var route = item.Data[Known.Route] as JsonObject;
        var slug = route?.Flag("SetHomepage") == true || item.ContentItemId == homeId ? "" : Slug(item, route?.Text("Path"));
        Check(slug, item.Type.Name);
        var key = (slug, item.Culture);
        Rule.Require(taken.GetValueOrDefault(key, item.ContentItemId) == item.ContentItemId, T.Say("The address '{0}' is taken by another page.", slug), $"{Known.Route}.Path");
        foreach (var former in taken.Where(t => t.Value == item.ContentItemId).Select(t => t.Key).ToList()) taken.Remove(former);
        taken[key] = item.ContentItemId;
        return slug;
    }

    private static string Slug(ImportedItem item, string? path)
    {
        var slug = path?.Trim().Trim('/').ToLowerInvariant() is { Length: > 0 } said ? said : Slugs.Of(item.DisplayText);
        if (slug.Length == 0) slug = item.ContentItemId;
        return item.Type.Name == News && !slug.StartsWith($"{NewsFolder}/", StringComparison.Ordinal) ? $"{NewsFolder}/{slug}" : slug;
    }

    private void Check(string slug, string type)
    {
        const string Field = $"{Known.Route}.Path";
        Rule.Require(slug.Length <= 300 && slug.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/') && !slug.Contains("..", StringComparison.Ordinal)
            && !slug.Contains("//", StringComparison.Ordinal), T.Say("'{0}' can't be an address: letters, digits, hyphens and slashes make one.", slug), Field);
        var first = slug.Split('/')[0];
        Rule.Require(first.Length == 0 || type == News || !isReserved(first), T.Say("The address '{0}' is taken by a page of the system.", slug), Field);
    }
}
