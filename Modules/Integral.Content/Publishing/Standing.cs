using Integral.Content.Definitions;

namespace Integral.Content.Publishing;

/// <summary>
/// What a text is to the rest of its site: what menus, trees, addresses and other languages say of it. As long as that stays, a new version of it
/// concerns only the pages that show it or list its type.
/// </summary>
internal sealed record Standing(string? Slug, string Culture, string Title, string? Parent, int? Place, string? List, bool IsList, string Menu)
{
    /// <summary>Of a text as visitors see it; null of one that they don't see, and of a menu: every page shows it.</summary>
    public static Standing? Of(ContentItem? item) => item is null or { PublishedAt: null } || item.Fields.Any(f => f.Part == Known.Alias) ? null
        : new(item.Slug, item.Culture, item.DisplayText, item.ParentId, item.Position, item.ListId, item.IsList, string.Join(' ', item.Fields.Where(f => f.Part == "Page").Select(f => $"{f.Field}={f.Flag}{f.Number}").Order(StringComparer.Ordinal)));
}
