namespace Integral.Content;

/// <summary>An address that an item had: it leads to where the item is now, unless another page has taken it.</summary>
internal sealed class FormerAddress
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ItemId { get; init; }
    public required string Slug { get; init; }

    /// <summary>Two letters.</summary>
    public required string Culture { get; init; }
}
