using Integral.Content.Contracts;

namespace Integral.Content;

/// <summary>That an item names another item, a term, a file or an address: in its latest version, in the one that visitors see, or in both.</summary>
internal sealed class ContentReference
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ItemId { get; init; }
    public required Referred Kind { get; init; }
    public required string Target { get; init; }
    public bool IsLatest { get; set; }
    public bool IsPublished { get; set; }
}
