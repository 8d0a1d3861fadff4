using System.Linq.Expressions;

namespace Integral.Content.Reading;

/// <summary>What lists show of an item.</summary>
internal sealed record ItemRow(string ContentItemId, string Title, string Slug, string Summary, string? ImagePath, string Culture, DateTime PublishedAt, Guid? OriginId)
{
    public static Expression<Func<ContentItem, ItemRow>> Of { get; } =
        i => new(i.ContentItemId, i.DisplayText, i.Slug!, i.Summary, i.ImagePath, i.Culture, i.PublishedAt!.Value, i.OriginId);
}

/// <summary>Items as cards, and which level their headings have under what stands above them.</summary>
internal sealed record ItemCards(IReadOnlyList<ItemRow> Items, int Level);
