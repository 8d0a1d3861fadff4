using System.Globalization;

namespace Integral.Content.Reading;

/// <summary>What visitors may read.</summary>
internal static class PublishedItems
{
    public static IQueryable<ContentItem> Published(this IQueryable<ContentItem> items) =>
        items.AsNoTracking().Where(i => i.PublishedAt != null && i.DeletedAt == null);

    /// <summary>In this language; what isn't translated yet, in the institution's own.</summary>
    public static IQueryable<ContentItem> ReadableIn(this IQueryable<ContentItem> items, string culture, string own) => culture == own
        ? items.Where(i => i.Culture == own)
        : items.Where(i => i.Culture == culture || i.Culture == own && !items.Any(t => t.LocalizationSet == i.LocalizationSet && t.Culture == culture));

    /// <summary>The newest first, from a place on.</summary>
    public static IQueryable<ContentItem> NewestFrom(this IQueryable<ContentItem> items, Cursor? from)
    {
        if (from is { At: var at, ContentItemId: var id })
#pragma warning disable CA1309 // the engine compares: the overload with a comparison can't be translated
            items = items.Where(i => i.PublishedAt <= at).Where(i => i.PublishedAt < at || i.PublishedAt == at && string.Compare(i.ContentItemId, id) < 0);
#pragma warning restore CA1309
        return items.OrderByDescending(i => i.PublishedAt).ThenByDescending(i => i.ContentItemId);
    }
}

/// <summary>The place in a list from which the next part goes on: the last item shown.</summary>
internal sealed record Cursor(DateTime At, string ContentItemId)
{
    private const string Format = "yyyyMMddHHmmssfff";

    public static Cursor After(DateTime at, string contentItemId) => new(at, contentItemId);

    /// <exception cref="RuleException">It isn't one of ours.</exception>
    public static Cursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var parts = text.Split('-');
        var isTime = DateTime.TryParseExact(parts[0], Format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at);
        Rule.Require(isTime && parts is [_, { Length: 26 }], "The address of this part of the list is damaged. Begin from the first one.", "cursor");
        return new(at, parts[1]);
    }

    public override string ToString() => $"{At.ToString(Format, CultureInfo.InvariantCulture)}-{ContentItemId}";
}
